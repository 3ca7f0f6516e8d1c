using System.Text.Json;
using GuidanceBot.Generation.Models;

namespace GuidanceBot.Generation.Wording;

/// <summary>A sentence as a model wrote it: not yet checked.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Passage">The number of the passage that it says it is made from.</param>
internal sealed record ModelSentence(string Text, int Passage)
{
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["sentences"],"properties":{"sentences":{"type":"array","items":
        {"type":"object","additionalProperties":false,"required":["text","passage"],"properties":{"text":{"type":"string"},"passage":{"type":"integer"}}}}}}
        """;

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 6 };

    /// <param name="json">What the model wrote.</param>
    /// <param name="most">The most sentences that are read.</param>
    /// <exception cref="ModelUnavailableException">It is not what was asked for.</exception>
    public static IReadOnlyList<ModelSentence> Read(string json, int most)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Shallow);
            var list = document.RootElement.GetProperty("sentences");
            if (list.GetArrayLength() > most)
            {
                throw new ModelUnavailableException(ModelTrouble.Unreadable);
            }

            return [.. list.EnumerateArray().Select(item => new ModelSentence((item.GetProperty("text").GetString() ?? "").Trim(), item.GetProperty("passage").GetInt32()))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ModelUnavailableException(ModelTrouble.Unreadable, fault);
        }
    }
}
