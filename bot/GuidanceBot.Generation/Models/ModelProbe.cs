using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Models;

/// <summary>Asks the configured model one small thing, to see whether it can be used.</summary>
public sealed class ModelProbe
{
    private readonly IChatClient _client;
    private readonly ChatModelOptions _options;

    internal ModelProbe(IChatClient client, ChatModelOptions options) => (_client, _options) = (client, options);

    /// <summary>What it is, for example <c>Ollama llama3.1</c>.</summary>
    public string Name => $"{_options.Provider} {_options.Model}";

    /// <returns>Why it cannot be used, or null when it answers.</returns>
    public async Task<ModelTrouble?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _client.GetResponseAsync(
                "Answer with the word: ready", new ChatOptions { MaxOutputTokens = 50, Temperature = (float?)_options.Temperature }, cancellationToken);
            return answer.Text.Length > 0 ? null : ModelTrouble.Refused;
        }
        catch (ModelUnavailableException trouble)
        {
            return trouble.Trouble;
        }
    }
}
