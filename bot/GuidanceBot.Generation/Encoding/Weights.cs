using System.Runtime.InteropServices;
using System.Text.Json;

namespace GuidanceBot.Generation.Encoding;

/// <summary>Named tensors in the layout that TensorFlow.js saves: a manifest in <c>model.json</c>, the numbers end to end in files beside it.</summary>
internal sealed class Weights
{
    private readonly Dictionary<string, (long Offset, int[] Shape)> _tensors = new(StringComparer.Ordinal);
    private readonly byte[] _bytes;

    public Weights(byte[] manifest, byte[] numbers)
    {
        _bytes = numbers;
        using var document = JsonDocument.Parse(manifest);
        var offset = 0L;
        foreach (var tensor in document.RootElement.GetProperty("weightsManifest")[0].GetProperty("weights").EnumerateArray())
        {
            var shape = tensor.GetProperty("shape").EnumerateArray().Select(side => side.GetInt32()).ToArray();
            _tensors.Add(tensor.GetProperty("name").GetString()!, (offset, shape));
            offset += sizeof(float) * shape.Aggregate(1L, (all, side) => all * side);
        }

        if (offset != numbers.Length)
        {
            throw new InvalidDataException($"model.json describes {offset} bytes of weights and there are {numbers.Length}.");
        }
    }

    /// <param name="end">How the tensor's name ends; one name only may end so.</param>
    public float[] Vector(string end)
    {
        var (offset, shape) = _tensors.Single(tensor => tensor.Key.EndsWith(end, StringComparison.Ordinal)).Value;
        var length = shape.Aggregate(1, (all, side) => all * side);
        return MemoryMarshal.Cast<byte, float>(_bytes.AsSpan((int)offset, length * sizeof(float))).ToArray();
    }

    /// <summary>A matrix of the manifest, each output's weights together.</summary>
    /// <param name="end">How the tensor's name ends.</param>
    /// <param name="bias">How the name of what is added to each output ends.</param>
    public Dense Dense(string end, string bias)
    {
        var (added, flat) = (Vector(bias), Vector(end));
        var (inputs, outputs) = (flat.Length / added.Length, added.Length);
        var byOutput = new float[flat.Length];
        for (var input = 0; input < inputs; input++)
        {
            for (var output = 0; output < outputs; output++)
            {
                byOutput[(output * inputs) + input] = flat[(input * outputs) + output];
            }
        }

        return new Dense(byOutput, added, inputs);
    }
}
