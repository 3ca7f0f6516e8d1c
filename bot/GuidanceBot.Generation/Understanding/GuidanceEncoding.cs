using GuidanceBot.Generation.Models;
using GuidanceBot.Knowledge.Searching.Meaning;
using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Understanding;

/// <summary>Encodes what of the guidance is not encoded yet, a batch at a time; what was done is kept when it is cut short.</summary>
public sealed class GuidanceEncoding
{
    private const int Batch = 64;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _encoder;
    private readonly LateMeanings _meanings;

    internal GuidanceEncoding(IEmbeddingGenerator<string, Embedding<float>> encoder, LateMeanings meanings) => (_encoder, _meanings) = (encoder, meanings);

    /// <summary>Whether nearness in meaning counts now.</summary>
    public bool Counts => _meanings.Counts;

    /// <param name="progress">Told how many texts of how many are encoded.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ModelUnavailableException">The encoder cannot be used; what was done before is kept.</exception>
    public async Task CompleteAsync(IProgress<(int Done, int All)>? progress, CancellationToken cancellationToken)
    {
        foreach (var texts in _meanings.Missing.Chunk(Batch))
        {
            var vectors = await _encoder.GenerateAsync(texts, cancellationToken: cancellationToken);
            try
            {
                _meanings.Add(texts, [.. vectors.Select(vector => vector.Vector.ToArray())]);
            }
            catch (ArgumentException fault)
            {
                throw new ModelUnavailableException(ModelTrouble.Unreadable, fault);
            }

            progress?.Report((_meanings.Count - _meanings.Missing.Count, _meanings.Count));
        }
    }
}
