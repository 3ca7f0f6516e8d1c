using System.Collections.Frozen;
using GuidanceBot.Generation.Grounding;

namespace GuidanceBot.Generation.Understanding;

/// <summary>Whether a whole question is made of what was asked and what was answered before, and of nothing else. No model has a part in it.</summary>
internal static class RewriteCheck
{
    private const int MostWords = 40;

    /// <summary>Small words that make a question of others.</summary>
    private static readonly FrozenSet<string> Joining =
        "what who which how when where why do does did be can could should must may will would i we you he she my our your to of in on at for from with about by and or as if not it more than".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="whole">What the model wrote.</param>
    /// <param name="question">What was asked: its figures, its names and its "not" must stay.</param>
    /// <param name="headings">Of the passages that were answered with.</param>
    public static bool Allows(string whole, string question, IReadOnlyList<string> headings)
    {
        var (said, asked) = (CheckedText.Of(whole).Words, CheckedText.Of(question).Words);
        var known = asked.Concat(headings.SelectMany(heading => CheckedText.Of(heading).Words)).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var texts = said.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return said.Count is > 0 and <= MostWords
            && said.All(word => known.Contains(word.Text) || (Joining.Contains(word.Text) && word.Kind != WordKind.Negation))
            && asked.Where(word => word.Kind is WordKind.Figure or WordKind.Negation or WordKind.Name || !Joining.Contains(word.Text)).All(word => texts.Contains(word.Text))
            && said.Count(IsNegation) == asked.Count(IsNegation);
    }

    private static bool IsNegation(CheckedWord word) => word.Kind == WordKind.Negation;
}
