using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Searching.Meaning;

/// <summary>The passages' vectors of an encoder that is asked over a network: they come after the start, and until all are there the search goes by words.</summary>
/// <remarks>Kept in a file beside the index, each under a digest of encoder and text: only what changed is asked for again. Thread-safe.</remarks>
public sealed class LateMeanings
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<Passage> _passages;
    private readonly IReadOnlyList<string> _texts;
    private readonly string _model;
    private readonly string _cache;
    private readonly Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);
    private Ready? _ready;

    /// <param name="library">What is searched.</param>
    /// <param name="model">Names the encoder; vectors of another are never compared with its.</param>
    /// <param name="cachePath">The file that keeps the vectors between runs.</param>
    public LateMeanings(GuidanceLibrary library, string model, string cachePath)
    {
        (_passages, _texts, _model, _cache) = (library.Passages, PassageMeanings.TextsOf(library.Passages), model, cachePath);
        var kept = MeaningFile.Read(cachePath);
        foreach (var text in _texts)
        {
            if (kept.TryGetValue(MeaningFile.KeyOf(model, text), out var vector))
            {
                _vectors[text] = vector;
            }
        }

        Arrange();
    }

    /// <summary>Texts that have not been encoded yet, in the order of the guidance.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            lock (_lock)
            {
                return [.. _texts.Where(text => !_vectors.ContainsKey(text))];
            }
        }
    }

    /// <summary>How many texts there are in all.</summary>
    public int Count => _texts.Count;

    /// <summary>Whether nearness counts in a search now: all is encoded, and the encoder has shown on the headings that it is worth something.</summary>
    public bool Counts => Current?.Parameters is not null;

    /// <summary>Whether all is encoded.</summary>
    public bool IsComplete => Current is not null;

    internal Ready? Current => Volatile.Read(ref _ready);

    /// <summary>Takes vectors in and keeps them.</summary>
    /// <param name="texts">Some of <see cref="Missing"/>.</param>
    /// <param name="vectors">Theirs, in the same order, of any length.</param>
    /// <exception cref="ArgumentException">There are not as many, or they differ in their number of dimensions, or one is nothing.</exception>
    public void Add(IReadOnlyList<string> texts, IReadOnlyList<float[]> vectors)
    {
        if (texts.Count != vectors.Count || texts.Count == 0 || vectors.Any(vector => vector.Length == 0 || vector.Length != vectors[0].Length))
        {
            throw new ArgumentException("Each text needs a vector, all of one size.", nameof(vectors));
        }

        lock (_lock)
        {
            if (_vectors.Count > 0 && _vectors.First().Value.Length != vectors[0].Length)
            {
                throw new ArgumentException("The encoder's vectors have another size than before: its name stands for two encoders.", nameof(vectors));
            }

            for (var at = 0; at < texts.Count; at++)
            {
                _vectors[texts[at]] = Normalised(vectors[at]);
            }

            MeaningFile.Write(_cache, _vectors.ToDictionary(vector => MeaningFile.KeyOf(_model, vector.Key), vector => vector.Value, StringComparer.Ordinal));
            Arrange();
        }
    }

    /// <returns>The vector with length 1.</returns>
    /// <exception cref="ArgumentException">It has no direction, or holds what is no number.</exception>
    public static float[] Normalised(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(number => number * number));
        return float.IsFinite(length) && length > 0
            ? [.. vector.Select(number => number / length)]
            : throw new ArgumentException("A vector needs a direction.", nameof(vector));
    }

    private void Arrange()
    {
        if (_vectors.Count == _texts.Count && _texts.Count > 0)
        {
            var meanings = new PassageMeanings(_passages, _vectors);
            Volatile.Write(ref _ready, new Ready(meanings, MeaningCalibration.Of(meanings.Vectors), _vectors.First().Value.Length));
        }
    }

    internal sealed record Ready(PassageMeanings Meanings, MeaningParameters? Parameters, int Dimensions);
}
