using System.Numerics.Tensors;
using GuidanceBot.Knowledge.Searching.Meaning;

namespace GuidanceBot.Generation.Encoding;

/// <summary>The Universal Sentence Encoder Lite (Cer and others, 2018) on the processor, without a native library.</summary>
/// <remarks>
/// 512 numbers a text; a text's first 128 pieces are read, about 90 words. Equals the reference implementation to a cosine of 0.9999
/// (<c>tests/GuidanceBot.Generation.Tests/Encoding</c>). Takes some milliseconds a sentence and about 30 MB while open. Thread-safe.
/// </remarks>
internal sealed class SentenceEncoder : ITextMeaning
{
    public const int Dimensions = 512;
    private const int MostPieces = 128;

    private readonly Vocabulary _vocabulary;
    private readonly TransformerLayer[] _layers;
    private readonly float[] _pieces;
    private readonly float[] _timescales;
    private readonly Dense _last;

    private SentenceEncoder(Vocabulary vocabulary, Weights weights)
    {
        _vocabulary = vocabulary;
        _layers = [new TransformerLayer(weights, 0), new TransformerLayer(weights, 1)];
        _pieces = weights.Vector("module/Embeddings_en");
        _timescales = weights.Vector("AddTimingSignal/TimingSignal/ExpandDims_1");
        _last = weights.Dense("hidden_layers/tanh_layer_0/weights", "hidden_layers/tanh_layer_0/bias");
    }

    public string Model => EncoderPackage.Name;

    /// <exception cref="InvalidDataException">A file is missing or is not the one that was published.</exception>
    public static SentenceEncoder Open(string folder)
    {
        var files = EncoderPackage.Read(folder);
        var numbers = files.Where(file => file.Key.StartsWith("group1-", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value).ToArray();
        return new SentenceEncoder(Vocabulary.Read(files["vocab.json"]), new Weights(files["model.json"], numbers));
    }

    public IReadOnlyList<int> Pieces(string text) => _vocabulary.Cut(text);

    public float[] Encode(string text)
    {
        var pieces = _vocabulary.Cut(text);
        var count = Math.Min(pieces.Count, MostPieces);
        if (count == 0)
        {
            return new float[Dimensions];
        }

        var rows = new float[count][];
        for (var at = 0; at < count; at++)
        {
            rows[at] = Row(pieces[at], at);
        }

        foreach (var layer in _layers)
        {
            rows = layer.Apply(rows);
        }

        var mean = new float[Dimensions];
        foreach (var row in rows)
        {
            TensorPrimitives.Add(mean, row, mean);
        }

        TensorPrimitives.Divide(mean, count, mean);
        var result = _last.Apply([mean])[0];
        TensorPrimitives.Tanh(result, result);
        TensorPrimitives.Divide(result, MathF.Sqrt(Math.Max(1e-12f, TensorPrimitives.SumOfSquares(result))), result);
        return result;
    }

    /// <summary>A piece's own numbers twice over, and its place among the others as waves.</summary>
    private float[] Row(int piece, int place)
    {
        var width = _timescales.Length * 2;
        var row = new float[width];
        for (var at = 0; at < _timescales.Length; at++)
        {
            row[at] = MathF.Sin(place * _timescales[at]);
            row[_timescales.Length + at] = MathF.Cos(place * _timescales[at]);
        }

        TensorPrimitives.MultiplyAdd(_pieces.AsSpan(piece * width, width), 2f, row, row);
        return row;
    }
}
