using System.Text.RegularExpressions;

namespace GuidanceBot.Generation.Grounding;

/// <summary>Whether a sentence says what a passage says and nothing else. No model has a part in it.</summary>
/// <remarks>
/// A sentence passes when its words are the passage's words in the passage's order, but for: small words that carry nothing (<c>the</c>,
/// <c>is</c>), plainer words of a closed list (<c>infant</c>, <c>baby</c>), numbers in words or digits, contractions, asides that bind nothing, and a single
/// condition put first or last. So no figure, negation, must, condition or name can be new, changed, moved or dropped. It is meant to turn away
/// good sentences rather than to let one bad one through: the quote takes their place. Safe to call from many turns at once.
/// </remarks>
internal static partial class GroundingCheck
{
    /// <summary>UTF-16 code units of a sentence.</summary>
    private const int Longest = 700;

    /// <param name="sentence">What the model wrote.</param>
    /// <param name="passage">The text it is said to be made from, as the model saw it.</param>
    /// <param name="coverage">As <see cref="GroundingOptions.Coverage"/>.</param>
    /// <returns>Every way in which they differ; empty when the sentence may be shown.</returns>
    public static IReadOnlyList<GroundingFault> Check(string sentence, string passage, double coverage)
    {
        if (sentence.Length is 0 or > Longest || Unwritten().IsMatch(Token().Replace(sentence, "")) || !sentence.Any(char.IsLetter))
        {
            return [GroundingFault.Form];
        }

        var (said, held) = (CheckedText.Of(sentence), CheckedText.Of(passage));
        return said.Words.Count > 0 && PassageVariants.Of(held, coverage).Any(variant => Same(said.Words, variant)) ? [] : Differences(said, held);
    }

    /// <summary>The same words in the same order, parted into the same sentences; and no comma that frees a "no" from what it denies.</summary>
    private static bool Same(IReadOnlyList<CheckedWord> said, IReadOnlyList<CheckedWord> held)
    {
        if (said.Count != held.Count)
        {
            return false;
        }

        for (var at = 0; at < said.Count; at++)
        {
            if (said[at].Text != held[at].Text
                || (at > 0 && (said[at].Sentence == said[at - 1].Sentence) != (held[at].Sentence == held[at - 1].Sentence))
                || (said[at].Kind == WordKind.Negation && at + 1 < said.Count && said[at].BreakAfter != held[at].BreakAfter))
            {
                return false;
            }
        }

        return true;
    }

    private static List<GroundingFault> Differences(CheckedText said, CheckedText held)
    {
        var added = Without(said, held);
        var missing = Without(held, said);
        var faults = new List<GroundingFault>();
        foreach (var word in added)
        {
            Add(FaultOf(word.Kind) ?? (word.Kind == WordKind.Name ? GroundingFault.Name : GroundingFault.Added));
        }

        foreach (var word in missing)
        {
            Add(FaultOf(word.Kind) ?? GroundingFault.LeftOut);
        }

        if (faults.Count == 0)
        {
            faults.Add(GroundingFault.Order);
        }

        return faults;

        void Add(GroundingFault fault)
        {
            if (!faults.Contains(fault))
            {
                faults.Add(fault);
            }
        }
    }

    /// <summary>The words of one that are not, or not as often, in the other.</summary>
    private static List<CheckedWord> Without(CheckedText one, CheckedText other)
    {
        var left = other.Words.CountBy(word => word.Text).ToDictionary(StringComparer.Ordinal);
        return [.. one.Words.Where(word => !(left.TryGetValue(word.Text, out var count) && count > 0 && (left[word.Text] = count - 1) >= 0))];
    }

    private static GroundingFault? FaultOf(WordKind kind) => kind switch
    {
        WordKind.Token => GroundingFault.Token,
        WordKind.Figure => GroundingFault.Figure,
        WordKind.Negation => GroundingFault.Negation,
        WordKind.Modality => GroundingFault.Modality,
        WordKind.Condition => GroundingFault.Condition,
        WordKind.Plain or WordKind.Name => null,
    };

    [GeneratedRegex(@"\[\[T[0-9]{1,3}\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    // Lines, markup, links, addresses, signs that hide or reorder text, letters of other scripts.
    [GeneratedRegex(
        @"[\p{C}\p{Zl}\p{Zp}<>{}|\\`*_#~^=]|https?:|www\.|@|\]\(|\b[a-z0-9\-]+\.(?:com|org|net|uk|io|ru|info)\b|[^\x00-\u024F\u2010-\u2027\u2030-\u203A€°]|[\[\]]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unwritten();
}
