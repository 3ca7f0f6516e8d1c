using GuidanceBot.Generation.Encoding;
using GuidanceBot.Knowledge.Searching.Meaning;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Generation;

/// <summary>Adds the optional models that are there; where there are none, adds nothing.</summary>
public static class GenerationServices
{
    /// <summary>Beside the weights: the passages' vectors, so that a start encodes only what changed.</summary>
    private const string CacheFile = "passages.vectors";

    /// <summary>Reads the <c>Generation</c> section; a misspelt setting stops the start.</summary>
    public static IServiceCollection AddGenerationIfEnabled(this IServiceCollection services, IConfiguration configuration)
    {
        var options = new GenerationOptions();
        configuration.GetSection(GenerationOptions.Section).Bind(options, o => o.ErrorOnUnknownConfiguration = true);
        if (options.EncoderFolder is not { } folder || !EncoderPackage.IsIn(folder))
        {
            return services;
        }

        return services
            .AddSingleton(_ => SentenceEncoder.Open(folder))
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, LocalEmbeddingGenerator>()
            .AddSingleton(provider => new MeaningSource(provider.GetRequiredService<SentenceEncoder>(), Path.Combine(folder, CacheFile)));
    }
}
