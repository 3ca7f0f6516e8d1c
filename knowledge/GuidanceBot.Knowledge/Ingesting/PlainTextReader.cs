using System.Text.RegularExpressions;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Reads text without marks: what stands between empty lines is a paragraph, a short line of its own a heading.</summary>
internal static partial class PlainTextReader
{
    private const int LongestHeadingWords = 12;
    private const int MostTitleLines = 4;

    public static RawDocument Read(string text)
    {
        var blocks = new List<RawBlock>();
        string? title = null;
        foreach (var paragraph in EmptyLines().Split(text.ReplaceLineEndings("\n").Trim('\n')))
        {
            var lines = paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (title is null && blocks.Count == 0 && lines.Length is > 0 and <= MostTitleLines && lines.All(IsHeading))
            {
                title = CleanText.Of(Unmarked(string.Join(", ", lines)));
            }
            else
            {
                AddParagraph(blocks, lines);
            }
        }

        return new RawDocument(title, blocks);
    }

    private static void AddParagraph(List<RawBlock> blocks, string[] lines)
    {
        var running = new List<string>();
        void EndParagraph()
        {
            if (running.Count > 0)
            {
                AddOrRunOn(blocks, running.Count == 1 && IsHeading(running[0]) ? RawKind.Heading : RawKind.Paragraph, string.Join(' ', running));
                running.Clear();
            }
        }

        var inItem = false;
        foreach (var line in lines)
        {
            if (Bullet().Match(line) is { Success: true } bullet)
            {
                EndParagraph();
                Add(blocks, RawKind.ListItem, line[bullet.Length..]);
                inItem = true;
            }
            else if (inItem)
            {
                // A list item runs on over the line's end.
                blocks[^1] = blocks[^1] with { Text = CleanText.Of($"{blocks[^1].Text} {Unmarked(line)}") };
            }
            else
            {
                running.Add(line);
            }
        }

        EndParagraph();
    }

    /// <summary>A page's end parts a sentence: what begins in small letters goes on with what was not finished.</summary>
    private static void AddOrRunOn(List<RawBlock> blocks, RawKind kind, string text)
    {
        if (blocks is [.., { Kind: not RawKind.Heading } last] && last.Text[^1] is not ('.' or '!' or '?' or ':') && char.IsLower(text[0]))
        {
            blocks[^1] = last with { Text = CleanText.Of($"{last.Text} {Unmarked(text)}") };
        }
        else
        {
            Add(blocks, kind, text);
        }
    }

    private static void Add(List<RawBlock> blocks, RawKind kind, string text)
    {
        if (CleanText.Of(Unmarked(text)) is { Length: > 0 } clean)
        {
            blocks.Add(new RawBlock(kind, clean));
        }
    }

    internal static bool IsHeading(string line) =>
        line.Split(' ').Length <= LongestHeadingWords && line.Any(char.IsLetter) && !char.IsLower(line.First(char.IsLetterOrDigit)) && line[^1] is not ('.' or ',' or ';' or ':');

    /// <summary>Asterisks and underscores around words are emphasis in much plain text.</summary>
    private static string Unmarked(string text) => Emphasis().Replace(text, "$1");

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"^(?:[-*•·▪◦–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<!\w)[*_]{1,3}(?=\S)(.+?)(?<=\S)[*_]{1,3}(?!\w)")]
    private static partial Regex Emphasis();
}
