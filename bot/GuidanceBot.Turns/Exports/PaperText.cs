using GuidanceBot.Documents;

namespace GuidanceBot.Turns.Exports;

/// <summary>A paper as the text of a reply: bold for headings, lists for tables, since Teams draws neither there.</summary>
internal static class PaperText
{
    public static string Of(Paper paper)
    {
        var paragraphs = new List<string> { $"**{paper.Title}**" };
        var heading = "";
        foreach (var block in paper.Blocks)
        {
            if (block is Heading next)
            {
                heading = $"**{next.Text}**\n";
                continue;
            }

            var text = block switch
            {
                Prose prose => prose.Text,
                Notice notice => notice.Text,
                Points points => List(points.Items),
                PaperTable table => List(table.Rows.Select(row => string.Join(": ", row.SkipLast(1)) + (row[^1].Length > 0 ? $" [{row[^1]}]" : ""))),
                _ => "",
            };
            paragraphs.Add(heading + text);
            heading = "";
        }

        return string.Join("\n\n", paragraphs);
    }

    private static string List(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"- {item}"));
}
