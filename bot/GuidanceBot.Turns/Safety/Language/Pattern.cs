namespace GuidanceBot.Turns.Safety.Language;

/// <summary>Words in an order, as a rule writes them. How to write one is told at the head of danger-signs.yaml.</summary>
internal sealed class Pattern(string text, IReadOnlyList<PatternPart> parts)
{
    public string Text => text;

    public IReadOnlyList<PatternPart> Parts => parts;

    /// <summary>The words that it can begin with.</summary>
    public IEnumerable<int> FirstWords => parts.First(part => part is not PatternPart.MessageStart).FirstWords;

    /// <summary>Where it ends when it begins at <paramref name="start"/>; null when it does not.</summary>
    public int? EndFrom(MessageWords words, int start, GapRules context)
    {
        if (parts[0] is PatternPart.MessageStart && start != 0)
        {
            return null;
        }

        return Match(words, start, start, parts[0] is PatternPart.MessageStart ? 1 : 0, context);
    }

    // The work is bounded: PatternParser limits the gaps of a pattern, and a group has few phrases that begin alike.
    private int? Match(MessageWords words, int start, int at, int part, GapRules context)
    {
        if (part == parts.Count)
        {
            return at;
        }

        switch (parts[part])
        {
            case PatternPart.MessageEnd:
                return at == words.Count ? Match(words, start, at, part + 1, context) : null;

            case PatternPart.NotNext(var unwanted):
                return EndsOf(unwanted, words, at).Count == 0 || !SameSentence(words, start, at)
                    ? Match(words, start, at, part + 1, context)
                    : null;

            case PatternPart.Gap(var most, var linkingOnly):
                for (var skipped = 0; skipped <= most; skipped++)
                {
                    if (Match(words, start, at + skipped, part + 1, context) is { } end)
                    {
                        return end;
                    }

                    if (!SameSentence(words, start, at + skipped) || !context.MayPass(words[at + skipped], linkingOnly))
                    {
                        return null;
                    }
                }

                return null;

            case PatternPart.Word(var group, var optional):
                if (SameSentence(words, start, at))
                {
                    foreach (var next in EndsOf(group, words, at))
                    {
                        if (Match(words, start, next, part + 1, context) is { } end)
                        {
                            return end;
                        }
                    }
                }

                return optional ? Match(words, start, at, part + 1, context) : null;

            default:
                return null;
        }
    }

    private static bool SameSentence(MessageWords words, int start, int at) =>
        at < words.Count && words[at].Sentence == words[start].Sentence;

    private static List<int> EndsOf(WordGroup group, MessageWords words, int at)
    {
        var ends = new List<int>();
        group.EndsFrom(words, at, ends);
        return ends;
    }
}

/// <summary>One part of a pattern.</summary>
internal abstract record PatternPart
{
    public virtual IEnumerable<int> FirstWords => [];

    /// <summary>A word or phrase of a group; an optional one may be left out.</summary>
    internal sealed record Word(WordGroup Group, bool Optional) : PatternPart
    {
        public override IEnumerable<int> FirstWords => Group.FirstWords;
    }

    /// <summary>Up to so many other words; only linking words (a, the, very, really ...) when so marked.</summary>
    internal sealed record Gap(int Most, bool LinkingOnly) : PatternPart;

    /// <summary>The next word is none of these; takes up no word itself.</summary>
    internal sealed record NotNext(WordGroup Group) : PatternPart;

    internal sealed record MessageStart : PatternPart;

    internal sealed record MessageEnd : PatternPart;
}

/// <summary>What the gap of a pattern may pass over.</summary>
/// <param name="Linking">Words that join and shade but say nothing of their own.</param>
/// <param name="Stops">Words that no gap passes over: negations and contrasts.</param>
internal sealed record GapRules(WordGroup Linking, IReadOnlyList<WordGroup> Stops)
{
    public bool MayPass(MessageWord word, bool linkingOnly) =>
        linkingOnly ? Linking.Has(word) : !Stops.Any(stop => stop.Has(word));
}
