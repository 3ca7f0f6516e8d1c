using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Encoding;

/// <summary>The local encoder as Microsoft.Extensions.AI knows one. Works on the calling thread; no text leaves the program.</summary>
internal sealed class LocalEmbeddingGenerator(SentenceEncoder encoder) : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(encoder.Encode(text)) { ModelId = encoder.Model });
        }

        return Task.FromResult(embeddings);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("local", null, encoder.Model, SentenceEncoder.Dimensions)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        // The encoder is shared and holds nothing but memory.
    }
}
