namespace GuidanceBot.Generation.Grounding;

/// <summary>The ways in which a passage may be said: whole, without asides that bind nothing, or with its condition first instead of last.</summary>
internal static class PassageVariants
{
    /// <summary>More stretches that could be left out are kept.</summary>
    private const int MostAsides = 6;

    /// <param name="passage">The passage's words.</param>
    /// <param name="coverage">The share of them that must stay.</param>
    public static IEnumerable<IReadOnlyList<CheckedWord>> Of(CheckedText passage, double coverage)
    {
        foreach (var kept in WithoutAsides(passage, coverage))
        {
            yield return kept;
            if (Turned(kept) is { } turned)
            {
                yield return turned;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<CheckedWord>> WithoutAsides(CheckedText passage, double coverage)
    {
        yield return passage.Words;
        var asides = passage.Words.GroupBy(word => word.Segment)
            .Where(segment => segment.Key > 0 && IsAside(segment))
            .Select(segment => segment.Key)
            .Take(MostAsides)
            .ToArray();
        for (var subset = 1; subset < 1 << asides.Length; subset++)
        {
            var gone = asides.Where((_, index) => (subset & (1 << index)) != 0).ToHashSet();
            var kept = passage.Words.Where(word => !gone.Contains(word.Segment)).ToArray();
            if (kept.Length >= passage.Words.Count * coverage)
            {
                yield return kept;
            }
        }
    }

    /// <summary>It begins as an explanation or an example does, and nothing in it limits, forbids, permits or counts.</summary>
    private static bool IsAside(IEnumerable<CheckedWord> segment) =>
        WordLists.Asides.Contains(segment.First().Text) && segment.All(word => word.Kind is WordKind.Plain or WordKind.Name);

    /// <summary>"Do this if that" and "if that, do this" are one. Only where there is one sentence, one condition and nothing joined to it.</summary>
    private static CheckedWord[]? Turned(IReadOnlyList<CheckedWord> words)
    {
        if (words.Count == 0 || words[0].Sentence != words[^1].Sentence)
        {
            return null;
        }

        var at = Enumerable.Range(0, words.Count).Where(index => words[index].Text is "if" or "when" or "unless" or "until").ToArray();
        if (at.Length != 1)
        {
            return null;
        }

        var parted = at[0] == 0 ? Enumerable.Range(1, words.Count - 1).FirstOrDefault(index => words[index - 1].BreakAfter) : at[0];
        var leans = at[0] > 0 && words[at[0] - 1].Kind is not (WordKind.Plain or WordKind.Name or WordKind.Figure or WordKind.Token);   // "even if", "only when"
        return parted > 0 && !leans && !words.Where((word, index) => index != parted - 1 && index != words.Count - 1 && word.BreakAfter).Any()
            && !words.Any(word => word.Text is "and" or "or" or "but")
                ? [.. words.Skip(parted), .. words.Take(parted)]
                : null;
    }
}
