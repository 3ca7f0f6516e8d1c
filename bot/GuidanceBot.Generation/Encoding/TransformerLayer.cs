using System.Numerics.Tensors;

namespace GuidanceBot.Generation.Encoding;

/// <summary>One layer: attention among the pieces, then a small network over each, both on normalised inputs and added to what came in.</summary>
/// <remarks>Vaswani and others, "Attention Is All You Need", 2017, with the normalisation before instead of after.</remarks>
internal sealed class TransformerLayer
{
    private const int Heads = 4;
    private const float Epsilon = 1e-6f;

    private readonly (float[] Scale, float[] Bias) _beforeAttention;
    private readonly (float[] Scale, float[] Bias) _beforeNetwork;
    private readonly Dense _queriesKeysValues;
    private readonly Dense _attended;
    private readonly Dense _wide;
    private readonly Dense _narrow;
    private readonly Dense? _residual;

    public TransformerLayer(Weights weights, int layer)
    {
        var name = $"Layer_{layer}/TransformerLayer/";
        (float[], float[]) Norm(string path) => (
            weights.Vector($"Encode/{name}{path}layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat"),
            weights.Vector($"Encode/{name}{path}layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat"));
        (_beforeAttention, _beforeNetwork) = (Norm(""), Norm("FFN/"));
        const string Bias = "/bias/ConcatPartitions/concat";
        const string Kernel = "/kernel/part_0";
        _queriesKeysValues = weights.Dense($"{name}MultiheadAttention/qkv_transform_single{Kernel}", $"{name}MultiheadAttention/qkv_transform_single{Bias}");
        _attended = weights.Dense($"{name}MultiheadAttention/output_transform_single{Kernel}", $"{name}MultiheadAttention/output_transform_single{Bias}");
        _wide = weights.Dense($"{name}FFN/conv1/Tensordot/Reshape_1", $"{name}FFN/conv1{Bias}");
        _narrow = weights.Dense($"{name}FFN/conv2/Tensordot/Reshape_1", $"{name}FFN/conv2{Bias}");
        _residual = layer == 0 ? weights.Dense($"{name}dense/kernel/ConcatPartitions/concat", $"{name}dense{Bias}") : null;
    }

    /// <summary>Carries the pieces, a row each, through the layer.</summary>
    public float[][] Apply(float[][] rows)
    {
        var attended = _attended.Apply(Attend(_queriesKeysValues.Apply(Normalised(rows, _beforeAttention))));
        var passedOn = _residual?.Apply(rows) ?? rows;
        for (var row = 0; row < rows.Length; row++)
        {
            TensorPrimitives.Add(attended[row], passedOn[row], attended[row]);
        }

        var wide = _wide.Apply(Normalised(attended, _beforeNetwork));
        foreach (var row in wide)
        {
            TensorPrimitives.Max(row, 0f, row);
        }

        var narrow = _narrow.Apply(wide);
        for (var row = 0; row < rows.Length; row++)
        {
            TensorPrimitives.Add(attended[row], narrow[row], attended[row]);
        }

        return attended;
    }

    private static float[][] Normalised(float[][] rows, (float[] Scale, float[] Bias) norm)
    {
        var results = new float[rows.Length][];
        for (var row = 0; row < rows.Length; row++)
        {
            var centred = new float[rows[row].Length];
            TensorPrimitives.Subtract(rows[row], TensorPrimitives.Sum(rows[row]) / centred.Length, centred);
            var deviation = MathF.Sqrt((TensorPrimitives.SumOfSquares(centred) / centred.Length) + Epsilon);
            TensorPrimitives.Divide(centred, deviation, centred);
            TensorPrimitives.MultiplyAdd(centred, norm.Scale, norm.Bias, centred);
            results[row] = centred;
        }

        return results;
    }

    private static float[][] Attend(float[][] triples)
    {
        var width = triples[0].Length / 3;
        var depth = width / Heads;
        var weights = new float[triples.Length];
        var results = new float[triples.Length][];
        for (var row = 0; row < triples.Length; row++)
        {
            results[row] = new float[width];
            for (var head = 0; head < Heads; head++)
            {
                var query = triples[row].AsSpan(head * depth, depth);
                for (var other = 0; other < triples.Length; other++)
                {
                    weights[other] = TensorPrimitives.Dot(query, triples[other].AsSpan(width + (head * depth), depth)) / MathF.Sqrt(depth);
                }

                TensorPrimitives.SoftMax(weights, weights);
                var result = results[row].AsSpan(head * depth, depth);
                for (var other = 0; other < triples.Length; other++)
                {
                    TensorPrimitives.MultiplyAdd(triples[other].AsSpan((2 * width) + (head * depth), depth), weights[other], result, result);
                }
            }
        }

        return results;
    }
}
