using System.Text.RegularExpressions;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Reads text without marks: what stands between empty lines is a paragraph, a short line of its own a heading.</summary>
internal static partial class PlainTextReader
{
    private const int LongestHeadingWords = 12;

    public static RawDocument Read(string text)
    {
        var blocks = new List<RawBlock>();
        foreach (var paragraph in EmptyLines().Split(text.ReplaceLineEndings("\n")))
        {
            AddParagraph(blocks, [.. paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);
        }

        // The first headings with nothing under them are the title page.
        var first = blocks.TakeWhile(b => b.Kind == RawKind.Heading).ToList();
        return new RawDocument(first.Count > 1 ? string.Join(", ", first.SkipLast(1).Select(b => b.Text)) : null, blocks);
    }

    private static void AddParagraph(List<RawBlock> blocks, string[] lines)
    {
        var running = new List<string>();
        void EndParagraph()
        {
            if (running.Count > 0)
            {
                Add(blocks, running.Count == 1 && IsHeading(running[0]) ? RawKind.Heading : RawKind.Paragraph, string.Join(' ', running));
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
            else if (lines.Length > 1 && IsHeading(line) && running.Count == 0 && blocks.Count == 0)
            {
                Add(blocks, RawKind.Heading, line);
            }
            else
            {
                running.Add(line);
            }
        }

        EndParagraph();
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
