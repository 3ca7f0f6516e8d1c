using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Models;

/// <summary>Answers from a file instead of a model, so that a measurement can be repeated anywhere and offline.</summary>
/// <remarks>
/// A JSON object a line: <c>asked</c> (the first line of what the model was given, which is the question), <c>answer</c>, <c>inputTokens</c>,
/// <c>outputTokens</c>. What is not in the file was not answered: it counts as a failure.
/// </remarks>
internal sealed class RecordedChatClient : IChatClient
{
    private readonly Dictionary<string, Recorded> _answers;

    public RecordedChatClient(string path) =>
        _answers = File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<Recorded>(line, JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{path} has a line that is no recorded answer."))
            .ToDictionary(line => line.Asked, StringComparer.Ordinal);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var recorded = _answers.GetValueOrDefault(KeyOf(messages)) ?? throw new HttpRequestException("This question was not recorded.");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, recorded.Answer))
        {
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails
            {
                InputTokenCount = recorded.InputTokens,
                OutputTokenCount = recorded.OutputTokens,
                TotalTokenCount = recorded.InputTokens + recorded.OutputTokens,
            },
        });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Recorded answers are not streamed.");

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("recorded", null, "recorded")
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // Holds nothing but memory.
    }

    internal static string KeyOf(IEnumerable<ChatMessage> messages) => messages.Last().Text.Split('\n', 2)[0].Trim();

    internal sealed record Recorded(string Asked, string Answer, long InputTokens, long OutputTokens);
}

/// <summary>Writes down what a model answers, in the form that <see cref="RecordedChatClient"/> reads.</summary>
internal sealed class RecordingChatClient(IChatClient inner, string path) : DelegatingChatClient(inner)
{
    private readonly Lock _lock = new();

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        var response = await base.GetResponseAsync(all, options, cancellationToken);
        var line = JsonSerializer.Serialize(
            new RecordedChatClient.Recorded(
                RecordedChatClient.KeyOf(all),
                response.Text,
                response.Usage?.InputTokenCount ?? 0,
                response.Usage?.OutputTokenCount ?? 0),
            JsonSerializerOptions.Web);
        lock (_lock)
        {
            File.AppendAllText(path, line + "\n");
        }

        return response;
    }
}
