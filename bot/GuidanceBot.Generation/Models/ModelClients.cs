using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace GuidanceBot.Generation.Models;

/// <summary>Makes the client of a configured model. Repeats and time-outs are the HTTP client's: see <see cref="ModelHttp"/>.</summary>
internal static class ModelClients
{
    public static IChatClient Chat(ModelOptions options, HttpClient http) => options.Provider switch
    {
        ModelProvider.AzureOpenAI => Azure(options, http).GetChatClient(options.Model).AsIChatClient(),
        ModelProvider.OpenAI => OpenAI(options, http).GetChatClient(options.Model).AsIChatClient(),
        ModelProvider.Ollama => Ollama(options, http),
        null => throw new InvalidOperationException("No provider is set."),
    };

    public static IEmbeddingGenerator<string, Embedding<float>> Embeddings(ModelOptions options, HttpClient http) => options.Provider switch
    {
        ModelProvider.AzureOpenAI => Azure(options, http).GetEmbeddingClient(options.Model).AsIEmbeddingGenerator(),
        ModelProvider.OpenAI => OpenAI(options, http).GetEmbeddingClient(options.Model).AsIEmbeddingGenerator(),
        ModelProvider.Ollama => Ollama(options, http),
        null => throw new InvalidOperationException("No provider is set."),
    };

    private static OpenAIClient OpenAI(ModelOptions options, HttpClient http) =>
        new(new ApiKeyCredential(options.ApiKey!), Through(new OpenAIClientOptions { Endpoint = options.Address }, http));

    private static AzureOpenAIClient Azure(ModelOptions options, HttpClient http)
    {
        var through = Through(new AzureOpenAIClientOptions(), http);
        return string.IsNullOrEmpty(options.ApiKey)
            ? new AzureOpenAIClient(options.Endpoint, new ManagedIdentityCredential(Identity(options)), through)
            : new AzureOpenAIClient(options.Endpoint, new ApiKeyCredential(options.ApiKey), through);
    }

    private static ManagedIdentityId Identity(ModelOptions options) => string.IsNullOrEmpty(options.ManagedIdentityClientId)
        ? ManagedIdentityId.SystemAssigned
        : ManagedIdentityId.FromUserAssignedClientId(options.ManagedIdentityClientId);

    private static OllamaApiClient Ollama(ModelOptions options, HttpClient http)
    {
        http.BaseAddress = options.Address;
        return new OllamaApiClient(http, options.Model!);
    }

    private static T Through<T>(T options, HttpClient http)
        where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }
}
