using System.Text.Json;

namespace GuidanceBot.Turns.Conversations;

/// <summary>What the product needs to know of the dialogs' state: which pathway is under way, and which questions have an answer.</summary>
/// <param name="At">The pathway under way as the dialogs name it (<c>coSleeping</c>), or null.</param>
/// <param name="Step">The question reached last, or null.</param>
/// <param name="Answered">The questions of that pathway that have an answer.</param>
internal sealed record PathwayState(string? At, string? Step, IReadOnlySet<string> Answered)
{
    private static readonly PathwayState None = new(null, null, new HashSet<string>());

    /// <exception cref="JsonException">The bytes are not a state.</exception>
    public static PathwayState Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return None;
        }

        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 512 });
        if (!document.RootElement.TryGetProperty("conversation", out var memory)
            || !memory.TryGetProperty("stack", out var stack)
            || stack.GetArrayLength() == 0
            || stack[stack.GetArrayLength() - 1].GetString() is not { } at)
        {
            return None;
        }

        if (!memory.TryGetProperty(at, out var pathway))
        {
            return None with { At = at };
        }

        var step = pathway.TryGetProperty("reached", out var reached) && reached.GetArrayLength() is > 0 and var count
            ? reached[count - 1].GetString()
            : null;
        var answered = pathway.TryGetProperty("answers", out var answers)
            ? answers.EnumerateObject().Where(answer => answer.Value.ValueKind != JsonValueKind.Null).Select(answer => answer.Name)
            : [];
        return new PathwayState(at, step, answered.ToHashSet(StringComparer.Ordinal));
    }
}
