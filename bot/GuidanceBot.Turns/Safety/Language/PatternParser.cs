namespace GuidanceBot.Turns.Safety.Language;

/// <summary>Reads patterns and word lists as people write them in the files of rules.</summary>
internal sealed class PatternParser(Vocabulary vocabulary, IReadOnlyDictionary<string, WordGroup> groups)
{
    private const int UsualGap = 3;
    private const int WidestGap = 8;
    private const int WidestLinkingGap = 5;

    // What bounds the work of one pattern at one place.
    private const int MostGaps = 4;
    private const int MostSkipped = 18;

    /// <exception cref="FormatException">The text is not a pattern; the message says why and what to write.</exception>
    public Pattern Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part).ToList();
        if (parts.SkipWhile(part => part is PatternPart.MessageStart).FirstOrDefault() is not PatternPart.Word { Optional: false })
        {
            throw new FormatException($"'{text}' must begin with a word or a {{group}} that is not optional.");
        }

        if (parts[^1] is PatternPart.Gap)
        {
            throw new FormatException($"'{text}' ends in a gap, which says nothing. Take the dots at the end out.");
        }

        return parts.OfType<PatternPart.Gap>().Sum(gap => gap.Most) > MostSkipped || parts.Count(part => part is PatternPart.Gap) > MostGaps
            ? throw new FormatException($"'{text}' skips too much: at most {MostGaps} gaps and {MostSkipped} words in all. Write two shorter patterns.")
            : new Pattern(text, parts);
    }

    /// <summary>The numbers of the words of a plain phrase.</summary>
    /// <exception cref="FormatException">It holds something other than words.</exception>
    public IReadOnlyList<int> Phrase(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word).ToList() is { Count: > 0 } words
            ? words
            : throw new FormatException("An empty phrase. Remove it.");

    private PatternPart Part(string text) => text switch
    {
        "^" => new PatternPart.MessageStart(),
        "$" => new PatternPart.MessageEnd(),
        "~" => new PatternPart.Gap(WidestLinkingGap, LinkingOnly: true),
        ['.', '.', .. var most] => new PatternPart.Gap(Width(most), LinkingOnly: false),
        ['!', .. var unwanted] => new PatternPart.NotNext(OneOf(unwanted)),
        [.. var word, '?'] => new PatternPart.Word(OneOf(word), Optional: true),
        _ => new PatternPart.Word(OneOf(text), Optional: false),
    };

    private static int Width(string text) =>
        text.Length == 0 ? UsualGap
        : int.TryParse(text, out var width) && width is >= 1 and <= WidestGap ? width
        : throw new FormatException($"'..{text}' is not a gap. Write .. for up to {UsualGap} words, or ..1 to ..{WidestGap}.");

    private WordGroup OneOf(string text)
    {
        var choices = text.Split('|');
        if (choices is [var single] && GroupNamed(single) is { } named)
        {
            return named;
        }

        var group = new WordGroup(text);
        foreach (var choice in choices)
        {
            if (GroupNamed(choice) is { } other)
            {
                if (other is NumberGroup)
                {
                    throw new FormatException($"'{choice}' stands for a number and cannot be one of several choices. Write two patterns.");
                }

                group.AddAll(other);
            }
            else
            {
                group.Add(Phrase(choice.Replace('_', ' ')));
            }
        }

        return group;
    }

    private WordGroup? GroupNamed(string text)
    {
        if (text is not ['{', .. var name, '}'])
        {
            return null;
        }

        return groups.TryGetValue(name, out var group)
            ? group
            : throw new FormatException($"There is no group '{name}'. Add it under 'words', or correct the name.");
    }

    private int Word(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            ? vocabulary.Add(text)
            : throw new FormatException(
                $"'{text}' is not a plain word. Write lower-case letters without apostrophes or hyphens: isnt, non mobile.");
}
