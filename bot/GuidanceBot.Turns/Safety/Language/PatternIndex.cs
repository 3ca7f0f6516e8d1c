namespace GuidanceBot.Turns.Safety.Language;

/// <summary>Many patterns, each tried only where its first word stands.</summary>
internal sealed class PatternIndex<T>
{
    private readonly Dictionary<int, List<(Pattern Pattern, T Owner)>> _byFirstWord = [];
    private readonly GapRules _gaps;

    public PatternIndex(IEnumerable<(Pattern Pattern, T Owner)> patterns, GapRules gaps)
    {
        _gaps = gaps;
        foreach (var entry in patterns)
        {
            foreach (var word in entry.Pattern.FirstWords.Distinct())
            {
                if (!_byFirstWord.TryGetValue(word, out var entries))
                {
                    _byFirstWord.Add(word, entries = []);
                }

                entries.Add(entry);
            }
        }
    }

    /// <summary>Every place where a pattern stands; a pattern at most once for each word it begins with.</summary>
    public IEnumerable<PatternMatch<T>> FindIn(MessageWords words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var id in words[at].Ids.Append(PatternIndex.AnyWord))
            {
                if (!_byFirstWord.TryGetValue(id, out var entries))
                {
                    continue;
                }

                foreach (var (pattern, owner) in entries)
                {
                    if (pattern.EndFrom(words, at, _gaps) is { } end)
                    {
                        yield return new PatternMatch<T>(owner, pattern, at, end);
                    }
                }
            }
        }
    }
}

internal static class PatternIndex
{
    /// <summary>Stands for a pattern that may begin with any word.</summary>
    public const int AnyWord = -1;
}

/// <param name="Owner">What the pattern belongs to.</param>
/// <param name="Pattern">What stands there.</param>
/// <param name="Start">The first word of the match.</param>
/// <param name="End">The word after its last.</param>
internal readonly record struct PatternMatch<T>(T Owner, Pattern Pattern, int Start, int End)
{
    public bool Covers(int word) => Start <= word && word < End;
}
