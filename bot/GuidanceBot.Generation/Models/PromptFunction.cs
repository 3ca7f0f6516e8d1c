using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace GuidanceBot.Generation.Models;

/// <summary>A prompt of ours as a Semantic Kernel function: what is put into it is data and cannot become a message of its own.</summary>
/// <remarks>Semantic Kernel encodes the arguments of a template before it reads the messages, so that <c>&lt;message role="system"&gt;</c> in a question stays text.</remarks>
internal sealed class PromptFunction
{
    private const string Service = "chat";

    private readonly Kernel _kernel;
    private readonly KernelFunction _function;
    private readonly GenerationCounters _counters;

    /// <param name="client">The model, guarded.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="counters">Told what was spent.</param>
    /// <param name="resource">The prompt's file, embedded in this assembly.</param>
    /// <param name="schema">The JSON schema of the answer.</param>
    /// <param name="arguments">What is put into the prompt.</param>
    public PromptFunction(IChatClient client, ChatModelOptions options, GenerationCounters counters, string resource, string schema, params string[] arguments)
    {
        _counters = counters;
        using var document = JsonDocument.Parse(schema);
        var format = ChatResponseFormat.ForJsonSchema(document.RootElement.Clone(), "answer");
        var asked = client.AsBuilder().ConfigureOptions(chat =>
        {
            chat.ResponseFormat = format;
            chat.MaxOutputTokens = options.MaxOutputTokens;
            chat.Temperature = (float?)options.Temperature;
            chat.Tools = null;
        }).Build();

        var builder = Kernel.CreateBuilder();
        builder.Services.AddKeyedSingleton(Service, asked);
        _kernel = builder.Build();
        _function = KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig(Read(resource))
        {
            InputVariables = [.. arguments.Select(name => new InputVariable { Name = name, IsRequired = true })],
            ExecutionSettings = new() { [Service] = new PromptExecutionSettings { ServiceId = Service } },
        });
    }

    /// <param name="prompt">Made when it is first asked.</param>
    /// <param name="arguments">What is put into it.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>What the model wrote: not yet read, let alone believed.</returns>
    /// <exception cref="ModelUnavailableException">It cannot be used.</exception>
    public static async Task<string> AskAsync(Lazy<PromptFunction> prompt, KernelArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await prompt.Value.AskAsync(arguments, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.Translate(fault);
        }
    }

    private async Task<string> AskAsync(KernelArguments arguments, CancellationToken cancellationToken)
    {
        var result = await _function.InvokeAsync(_kernel, arguments, cancellationToken);
        var response = result.GetValue<ChatResponse>() ?? throw new ModelUnavailableException(ModelTrouble.Unreadable);
        _counters.Spent(response.Usage?.TotalTokenCount ?? 0);
        return response.FinishReason == ChatFinishReason.ContentFilter ? throw new ModelUnavailableException(ModelTrouble.Refused)
            : response.FinishReason == ChatFinishReason.Length ? throw new ModelUnavailableException(ModelTrouble.Unreadable)
            : response.Text;
    }

    private static string Read(string resource)
    {
        using var stream = typeof(PromptFunction).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The prompt {resource} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
