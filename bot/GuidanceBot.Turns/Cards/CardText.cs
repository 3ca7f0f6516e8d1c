namespace GuidanceBot.Turns.Cards;

/// <summary>A reply's text, cut into what a card shows one below the other.</summary>
internal static class CardText
{
    /// <summary>UTF-16 code units of a notification.</summary>
    private const int LongestSummary = 200;

    public static IEnumerable<string> Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How the text begins, without its Markdown: what a notification shows, and what is read aloud first.</summary>
    public static string Summary(string text)
    {
        var plain = string.Join(' ', Paragraphs(text).Take(2)).Replace('\n', ' ').Replace("**", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (plain.Length <= LongestSummary)
        {
            return plain;
        }

        var space = plain.LastIndexOf(' ', LongestSummary - 1);
        return string.Concat(plain.AsSpan(0, space > 0 ? space : LongestSummary - 1), "…");
    }

    /// <summary>The first line of a paragraph, and what follows it.</summary>
    public static (string Lead, IReadOnlyList<TextBlock> Then) Lead(string paragraph) =>
        paragraph.Split('\n', 2) is [var lead, var then] ? (lead, [new TextBlock(Message(then))]) : (paragraph, []);

    /// <summary>The text as a message: Teams runs single lines together, so each that is no list item becomes a paragraph.</summary>
    public static string Message(string text)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Select((line, index) =>
            index > 0 && line.Length > 0 && lines[index - 1].Length > 0 && !line.StartsWith("- ", StringComparison.Ordinal) ? "\n" + line : line));
    }

    /// <summary>The first telephone number among the ways to reach somebody: its digits, or null.</summary>
    public static string? Telephone(string reach) =>
        reach.Split('·', StringSplitOptions.TrimEntries)
            .Where(way => way.Length >= 3 && way.All(c => char.IsAsciiDigit(c) || c is ' ' or '+'))
            .Select(way => way.Replace(" ", "", StringComparison.Ordinal))
            .FirstOrDefault();

    /// <summary>The first https address among the ways to reach somebody, or null.</summary>
    public static string? Page(string reach) =>
        reach.Split('·', StringSplitOptions.TrimEntries).FirstOrDefault(way => way.StartsWith("https://", StringComparison.Ordinal));
}
