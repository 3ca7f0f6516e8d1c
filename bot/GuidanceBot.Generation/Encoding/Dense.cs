using System.Numerics.Tensors;

namespace GuidanceBot.Generation.Encoding;

/// <summary>One matrix and what is added to its outputs.</summary>
/// <param name="ByOutput">The weights, each output's together.</param>
/// <param name="Bias">Added to each output.</param>
/// <param name="Inputs">How many numbers go in.</param>
internal sealed record Dense(float[] ByOutput, float[] Bias, int Inputs)
{
    public int Outputs => Bias.Length;

    /// <summary>Applies it to every row.</summary>
    public float[][] Apply(float[][] rows)
    {
        var results = new float[rows.Length][];
        for (var row = 0; row < rows.Length; row++)
        {
            results[row] = new float[Outputs];
        }

        // An output's weights stay in the cache while all rows pass by.
        for (var output = 0; output < Outputs; output++)
        {
            var weights = ByOutput.AsSpan(output * Inputs, Inputs);
            for (var row = 0; row < rows.Length; row++)
            {
                results[row][output] = TensorPrimitives.Dot(rows[row], weights) + Bias[output];
            }
        }

        return results;
    }
}
