using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Evaluating;

/// <summary>A question as a person types it, and what a correct reply shows.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Text">As typed.</param>
/// <param name="Kind">What sort of reply it must get.</param>
public sealed record Question(string Id, string Text, QuestionKind Kind)
{
    public Audience? User { get; init; }

    /// <summary>The area the asker has chosen, or null.</summary>
    public Area? Area { get; init; }

    /// <summary>The question asked just before it, in the same conversation; null when it stands alone.</summary>
    public string? After { get; init; }

    /// <summary>Of each group at least one must stand in the reply, whatever the case of its letters. Empty: not judged by its words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> MustContainAny { get; init; } = [];

    /// <summary>Passages any of which is a correct answer. Empty: not judged by the passage.</summary>
    public IReadOnlyList<PassageId> Passages { get; init; } = [];

    public string Topic { get; init; } = "";

    /// <summary>The line of its file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Whether it says what a correct answer is.</summary>
    public bool CanBeJudged => MustContainAny.Count > 0 || Passages.Count > 0;

    /// <summary>Whether these words show what they must.</summary>
    public bool IsAnsweredBy(string text) =>
        MustContainAny.Count > 0 && MustContainAny.All(any => any.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)));
}
