using GuidanceBot.Generation.Encoding;
using GuidanceBot.Generation.Models;
using GuidanceBot.Generation.Screening;
using GuidanceBot.Generation.Switching;
using GuidanceBot.Generation.Understanding;
using GuidanceBot.Generation.Wording;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Turns.Answers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Generation;

/// <summary>Adds the optional models that are configured; where there are none, adds nothing.</summary>
public static class GenerationServices
{
    /// <summary>Beside the weights: the passages' vectors, so that a start encodes only what changed.</summary>
    private const string CacheFile = "passages.vectors";

    /// <summary>Reads the <c>Generation</c> section.</summary>
    /// <param name="services">Gets what is configured.</param>
    /// <param name="configuration">All settings.</param>
    /// <param name="recorded">Answers from a file take the place of the model's: for measuring; null: none.</param>
    /// <exception cref="OptionsValidationException">A setting is misspelt or impossible; each is named with its remedy.</exception>
    public static IServiceCollection AddGenerationIfEnabled(this IServiceCollection services, IConfiguration configuration, RecordedAnswers? recorded = null)
    {
        var options = Read(configuration);
        if (!options.Embeddings.IsOn && options.EncoderFolder is { } folder && EncoderPackage.IsIn(folder))
        {
            services
                .AddSingleton(_ => SentenceEncoder.Open(folder))
                .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, LocalEmbeddingGenerator>()
                .AddSingleton(provider => new MeaningSource(provider.GetRequiredService<SentenceEncoder>(), Path.Combine(folder, CacheFile)));
        }

        var words = options.Chat.IsOn || recorded is not null;
        if (words || options.Embeddings.IsOn)
        {
            services.AddRemote(options);
        }

        if (words)
        {
            services.AddChat(options, recorded);
        }

        return options.Embeddings.IsOn ? services.AddEmbeddings(options.Embeddings) : services;
    }

    /// <summary>The settings, checked.</summary>
    /// <inheritdoc cref="AddGenerationIfEnabled" path="/exception"/>
    public static GenerationOptions Read(IConfiguration configuration)
    {
        var options = new GenerationOptions();
        try
        {
            configuration.GetSection(GenerationOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException fault)
        {
            throw new OptionsValidationException(GenerationOptions.Section, typeof(GenerationOptions), [$"{GenerationOptions.Section}: {fault.InnerException?.Message ?? fault.Message} appsettings.sample.json shows every setting."]);
        }

        string[] faults =
        [
            .. options.Chat.Faults($"{GenerationOptions.Section}:{nameof(GenerationOptions.Chat)}"),
            .. options.Embeddings.Faults($"{GenerationOptions.Section}:{nameof(GenerationOptions.Embeddings)}"),
            .. options.Budget.Faults($"{GenerationOptions.Section}:{nameof(GenerationOptions.Budget)}"),
            .. options.Grounding.Faults($"{GenerationOptions.Section}:{nameof(GenerationOptions.Grounding)}"),
        ];
        return faults.Length == 0 ? options : throw new OptionsValidationException(GenerationOptions.Section, typeof(GenerationOptions), faults);
    }

    private static IServiceCollection AddRemote(this IServiceCollection services, GenerationOptions options) => services
        .AddHealthChecks().AddCheck<ModelHealth>("models").Services
        .AddModelHttp(options)
        .AddSingleton(options)
        .AddSingleton(provider => new SwitchFile(Path.GetFullPath(options.OffFile), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<KillSwitch>()
        .AddSingleton(provider => new DailyBudget(options.Budget, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<GenerationCounters>()
        .AddSingleton<QuestionScreen>();

    private static IServiceCollection AddEmbeddings(this IServiceCollection services, EmbeddingModelOptions options) => services
        .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => new GuardedEmbeddings(
            ModelClients.Embeddings(options, provider.GetRequiredService<IHttpClientFactory>().CreateClient(ModelHttp.Embeddings)),
            provider.GetRequiredService<KillSwitch>(),
            provider.GetRequiredService<DailyBudget>(),
            provider.GetRequiredService<GenerationCounters>()))
        .AddSingleton(provider => new LateMeanings(
            provider.GetRequiredService<GuidanceLibrary>(), $"{options.Provider} {options.Model}", Path.GetFullPath(options.CachePath)))
        .AddSingleton(provider => new GuidanceEncoding(
            provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(), provider.GetRequiredService<LateMeanings>()))
        .AddSingleton<IQuestionMeaning, QuestionMeaning>()
        .AddHostedService<EncodeInBackground>();

    private static IServiceCollection AddChat(this IServiceCollection services, GenerationOptions options, RecordedAnswers? recorded)
    {
        services.AddSingleton<IChatClient>(provider => new GuardedChatClient(
            Inner(provider, options, recorded), provider.GetRequiredService<KillSwitch>(), provider.GetRequiredService<DailyBudget>()));
        if (options.Chat.WordAnswers)
        {
            services.AddSingleton<IAnswerWording>(provider => new AnswerWording(
                Prompt(provider, options.Chat, AnswerWording.Prompt, ModelSentence.Schema, "question", "passages"),
                provider.GetRequiredService<QuestionScreen>(),
                provider.GetRequiredService<ContactBook>(),
                options.Grounding,
                provider.GetRequiredService<GenerationCounters>(),
                provider.GetService<MeaningSource>()?.Meaning));
        }

        if (options.Chat.RewriteFollowUps)
        {
            services.AddSingleton<IQuestionRewriting>(provider => new QuestionRewriting(
                Prompt(provider, options.Chat, QuestionRewriting.Prompt, QuestionRewriting.Schema, "question", "headings"),
                provider.GetRequiredService<QuestionScreen>(),
                provider.GetRequiredService<GenerationCounters>()));
        }

        services.AddSingleton(provider => new ModelProbe(provider.GetRequiredService<IChatClient>(), options.Chat));
        return services;
    }

    private static IChatClient Inner(IServiceProvider provider, GenerationOptions options, RecordedAnswers? recorded)
    {
        if (recorded is { Replay: true })
        {
            return new RecordedChatClient(recorded.Path);
        }

        var client = ModelClients.Chat(options.Chat, provider.GetRequiredService<IHttpClientFactory>().CreateClient(ModelHttp.Chat));
        return recorded is null ? client : new RecordingChatClient(client, recorded.Path);
    }

    /// <summary>Made when it is first asked, so that a start is no slower for it.</summary>
    private static Lazy<PromptFunction> Prompt(IServiceProvider provider, ChatModelOptions options, string resource, string schema, params string[] arguments) => new(() =>
        new PromptFunction(provider.GetRequiredService<IChatClient>(), options, provider.GetRequiredService<GenerationCounters>(), resource, schema, arguments));
}

/// <summary>A file of what a model answered.</summary>
/// <param name="Path">The file.</param>
/// <param name="Replay">Its answers take the model's place; else what the model answers is added to it.</param>
public sealed record RecordedAnswers(string Path, bool Replay);
