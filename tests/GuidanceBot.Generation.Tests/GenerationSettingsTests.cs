using GuidanceBot.Turns.Answers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Generation.Tests;

public sealed class GenerationSettingsTests
{
    [Fact]
    public void Nothing_configured_adds_nothing()
    {
        var services = new ServiceCollection().AddGenerationIfEnabled(Settings(("EncoderPath", "")));

        Assert.Empty(services);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Provider=Olama;Model=m", "Chat", "Olama" },
        { "Model=m", "Chat", "Generation:Chat:Provider is not set" },
        { "Provider=Ollama", "Chat", "Generation:Chat:Model is not set" },
        { "Provider=AzureOpenAI;Model=m", "Chat", "Generation:Chat:Endpoint is not set" },
        { "Provider=OpenAI;Model=m", "Chat", "Generation__Chat__ApiKey" },
        { "Provider=OpenAI;Model=m;ApiKey=k;Endpoint=http://models.example.org/v1", "Chat", "Use https" },
        { "Provider=Ollama;Model=m;Timeout=00:05:00", "Chat", "Generation:Chat:Timeout" },
        { "Provider=Ollama;Model=m;MaxOutputTokens=5", "Chat", "Generation:Chat:MaxOutputTokens" },
        { "Provider=Ollama;Model=m;Temperature=3", "Chat", "Generation:Chat:Temperature" },
        { "Provider=Ollama;Modle=m", "Chat", "Modle" },
        { "TokensPerDay=-1", "Budget", "Generation:Budget:TokensPerDay" },
        { "CostPerDay=5", "Budget", "no price is" },
        { "Coverage=0.1", "Grounding", "Generation:Grounding:Coverage" },
        { "MostReplaced=2", "Grounding", "MostReplaced" },
        { "Provider=Ollama", "Embeddings", "Generation:Embeddings:Model is not set" },
        { "Provider=Ollama;Model=m;CachePath=", "Embeddings", "Generation:Embeddings:CachePath" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_stops_the_start_and_is_named(string settings, string section, string says)
    {
        var given = settings.Split(';').Select(pair => ($"{section}:{pair.Split('=', 2)[0]}", (string?)pair.Split('=', 2)[1])).ToArray();

        var stop = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddGenerationIfEnabled(Settings(given)));

        Assert.Contains(says, string.Join(' ', stop.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chat:Provider=Ollama;Chat:Model=llama3.1")]
    [InlineData("Chat:Provider=OpenAI;Chat:Model=m;Chat:ApiKey=k")]
    [InlineData("Chat:Provider=OpenAI;Chat:Model=m;Chat:ApiKey=k;Chat:Endpoint=http://ollama:11434/v1")]
    [InlineData("Chat:Provider=AzureOpenAI;Chat:Model=m;Chat:Endpoint=https://name.openai.azure.com")]
    [InlineData("Chat:Provider=AzureOpenAI;Chat:Model=m;Chat:Endpoint=https://name.openai.azure.com;Chat:ApiKey=k")]
    [InlineData("Chat:Provider=AzureOpenAI;Chat:Model=m;Chat:Endpoint=https://name.openai.azure.com;Chat:ManagedIdentityClientId=00000000-0000-0000-0000-000000000001")]
    public void A_model_makes_a_client_without_asking_it(string settings)
    {
        var given = settings.Split(';').Select(pair => (pair.Split('=', 2)[0], (string?)pair.Split('=', 2)[1])).Append(("EncoderPath", ""));
        var configuration = Settings([.. given]);
        var library = Some.Library();
        using var services = new ServiceCollection()
            .AddSingleton(configuration).AddSingleton(TimeProvider.System).AddSingleton(library).AddSingleton(library.Contacts).AddSingleton(Some.Words).AddLogging()
            .AddGenerationIfEnabled(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.NotNull(services.GetRequiredService<IChatClient>());
        Assert.NotNull(services.GetRequiredService<IAnswerWording>());
        Assert.NotNull(services.GetRequiredService<IQuestionRewriting>());
    }

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => $"Generation:{setting.Name}", setting => setting.Value))
        .Build();
}
