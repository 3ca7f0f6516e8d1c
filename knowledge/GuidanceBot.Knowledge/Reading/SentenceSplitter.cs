namespace GuidanceBot.Knowledge.Reading;

/// <summary>Finds where sentences end in English prose.</summary>
/// <remarks>
/// A sentence ends at a full stop, question or exclamation mark, with the closing quotes and brackets behind it, when white space
/// follows and what comes next can begin a sentence. Abbreviations, initials, decimals, times and web addresses do not end one.
/// </remarks>
internal static class SentenceSplitter
{
    /// <summary>Lower-case, without the last full stop. After these a sentence always goes on.</summary>
    private static readonly HashSet<string> NeverLast = new(StringComparer.Ordinal)
    {
        "e.g", "eg", "i.e", "ie", "cf", "vs", "viz", "dr", "mr", "mrs", "ms", "prof", "st", "rev", "fig", "para", "pp", "approx", "ca", "incl",
    };

    /// <summary>These are abbreviations only before a number: "no. 5", "p. 42".</summary>
    private static readonly HashSet<string> BeforeNumber = new(StringComparer.Ordinal) { "no", "nos", "p", "ch", "s", "art", "vol", "sec", "reg" };

    /// <summary>The sentences of one paragraph in order, as offsets with the white space between them left out.</summary>
    public static List<(int Start, int Length)> Split(ReadOnlySpan<char> paragraph)
    {
        var sentences = new List<(int, int)>();
        var start = SkipSpace(paragraph, 0);
        for (var i = start; i < paragraph.Length; i++)
        {
            if (paragraph[i] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            var end = i + 1;
            while (end < paragraph.Length && paragraph[end] is '.' or '!' or '?' or '…' or '"' or '\'' or '”' or '’' or ')' or ']')
            {
                end++;
            }

            var next = SkipSpace(paragraph, end);
            if (next == end && next < paragraph.Length)
            {
                i = end - 1;
                continue;
            }

            if (next == paragraph.Length || (CanBegin(paragraph[next]) && !IsAbbreviation(paragraph, start, i, next)))
            {
                sentences.Add((start, end - start));
                start = next;
            }

            i = Math.Max(i, next - 1);
        }

        if (start < paragraph.Length)
        {
            sentences.Add((start, TrimmedEnd(paragraph) - start));
        }

        return sentences;
    }

    /// <summary>A sentence begins with anything but a lower-case letter or a mark that belongs to what went before.</summary>
    private static bool CanBegin(char c) => !char.IsLower(c) && c is not (',' or ';' or ':' or ')' or '–' or '-');

    private static bool IsAbbreviation(ReadOnlySpan<char> text, int start, int stop, int next)
    {
        if (text[stop] != '.')
        {
            return false;
        }

        var from = stop;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        var word = text[from..stop].ToString();
        var lower = word.ToLowerInvariant();
        return NeverLast.Contains(lower)
            || (BeforeNumber.Contains(lower) && char.IsDigit(text[next]))
            || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I');
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private static int TrimmedEnd(ReadOnlySpan<char> text) => text.TrimEnd().Length;
}
