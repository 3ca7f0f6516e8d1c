using System.Text;
using System.Text.Json;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Turns.Exports;

/// <summary>What the dialogs keep of a conversation, for reading: the answers of each pathway and what its last run reached.</summary>
internal sealed class PathwayMemory
{
    private PathwayMemory(DialogObject conversation) => Conversation = conversation;

    /// <summary>The <c>conversation</c> scope, a copy.</summary>
    public DialogObject Conversation { get; }

    /// <summary>The pathway under way, by its name in the memory; null when none is.</summary>
    public string? At => (Conversation["stack"] as List<object?>)?.LastOrDefault() as string;

    /// <summary>Those that were stopped, innermost last.</summary>
    public IEnumerable<string> Paused => (Conversation["paused"] as List<object?>)?.OfType<string>() ?? [];

    /// <exception cref="JsonException">The bytes are not a state.</exception>
    public static PathwayMemory Read(ReadOnlyMemory<byte> state)
    {
        if (state.IsEmpty)
        {
            return new PathwayMemory([]);
        }

        using var document = JsonDocument.Parse(state, new JsonDocumentOptions { MaxDepth = 512 });
        return new PathwayMemory(document.RootElement.TryGetProperty("conversation", out var conversation)
            ? ValueJson.Parse(Encoding.UTF8.GetBytes(conversation.GetRawText())) as DialogObject ?? []
            : []);
    }

    public DialogObject? Pathway(string key) => Conversation[key] as DialogObject;

    /// <summary>The questions that the last run reached and that have an answer. What a correction set aside is not among them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Answers(string key)
    {
        var answers = Pathway(key)?["answers"] as DialogObject;
        return
        [
            .. Reached(key).Select(question => (question, Answer: answers?[question] as string))
                .Where(pair => pair.Answer is not null)
                .Select(pair => KeyValuePair.Create(pair.question, pair.Answer!)),
        ];
    }

    public string? FlagOf(string key, string question) => (Pathway(key)?["flags"] as DialogObject)?[question] as string;

    /// <summary>Pathways that were gone through as a part of this one.</summary>
    public IEnumerable<string> Includes(string key) => (Pathway(key)?["includes"] as List<object?>)?.OfType<string>() ?? [];

    /// <summary>All its questions are answered: it has ended, or it asks whether its summary is right.</summary>
    public bool IsComplete(string key) =>
        Pathway(key)?["done"] is true || (At == key && Reached(key) is { Count: > 0 } reached && reached.Count == Answers(key).Count);

    private List<string> Reached(string key) => [.. ((Pathway(key)?["reached"] as List<object?>) ?? []).OfType<string>()];
}
