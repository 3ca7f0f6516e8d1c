using System.Diagnostics.Metrics;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Ingesting;
using GuidanceBot.Knowledge.Reading;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Knowledge.Searching.Ranking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Knowledge;

/// <summary>Adds the guidance to a program: <see cref="GuidanceLibrary"/>, <see cref="ContactBook"/> and <see cref="IGuidanceSearch"/>.</summary>
public static partial class KnowledgeServices
{
    /// <summary>Reads the <c>Knowledge</c> section; a wrong or misspelt setting stops the start.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KnowledgeOptions>()
            .Bind(configuration.GetSection(KnowledgeOptions.Section), o => o.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsAttributes>();
        services.AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ReadLibrary(
            provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<GuidanceLibrary>().Contacts);
        services.AddMetrics();
        services.AddSingleton<IGuidanceSearch>(provider => new MeasuredSearch(
            OpenSearch(
                provider.GetRequiredService<GuidanceLibrary>(),
                provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<GuidanceLibrary>>(),
                provider.GetService<MeaningSource>(),
                provider.GetService<LateMeanings>()),
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Everything these settings name, for a program without services or a check of the content.</summary>
    /// <exception cref="DirectoryNotFoundException">The corpus is not there.</exception>
    public static GuidanceLibrary ReadLibrary(KnowledgeOptions options, TimeProvider clock)
    {
        var corpus = CorpusReader.Read(options.CorpusFolder);
        var (ingested, errors) = new DocumentLibrary(options.LibraryFolder, clock).Read();
        return corpus.With(ingested, errors);
    }

    /// <summary>Makes a library searchable: from the index that <see cref="KnowledgeOptions.IndexPath"/> keeps if it fits, else built.</summary>
    /// <param name="library">What to search.</param>
    /// <param name="options">Where the index is kept and what is sure enough.</param>
    /// <param name="clock">Says what is in force.</param>
    /// <param name="log">Told when the index cannot be kept.</param>
    /// <param name="source">An encoder, when there is one: nearness in meaning then counts beside words.</param>
    /// <param name="late">Vectors of an encoder that is asked over a network, when there is one.</param>
    /// <returns>Disposable; it holds the index open.</returns>
    public static IGuidanceSearch OpenSearch(
        GuidanceLibrary library, KnowledgeOptions options, TimeProvider clock, ILogger log, MeaningSource? source = null, LateMeanings? late = null)
    {
        var parameters = RankingParameters.Default;
        var meanings = source is null ? null : new PassageMeanings(library.Passages, source.Meaning, source.CachePath);
        if (options.IndexPath.Length == 0)
        {
            return new GuidanceSearch(library, IndexStore.InMemory(library, parameters), options, clock, parameters, meanings, late);
        }

        var folder = Path.GetFullPath(options.IndexPath);
        var index = IndexStore.OpenOrBuild(folder, library, parameters, out var outcome);
        if (outcome == IndexOutcome.NotKept)
        {
            LogIndexNotKept(log, folder);
        }

        return new GuidanceSearch(library, index, options, clock, parameters, meanings, late);
    }

    [LoggerMessage(LogLevel.Warning, "The index cannot be kept in {Folder}; it was built in memory. Make the folder writable and empty, or leave Knowledge:IndexPath empty.")]
    private static partial void LogIndexNotKept(ILogger log, string folder);
}
