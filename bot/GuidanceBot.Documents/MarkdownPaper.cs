using System.Text;

namespace GuidanceBot.Documents;

/// <summary>A <see cref="Paper"/> as Markdown (CommonMark with GitHub's tables).</summary>
public static class MarkdownPaper
{
    public const string MediaType = "text/markdown";

    public static string Write(Paper paper)
    {
        var text = new StringBuilder().Append("# ").AppendLine(Line(paper.Title));
        foreach (var block in paper.Blocks)
        {
            text.AppendLine();
            Write(block, text);
        }

        return text.AppendLine().Append('_').Append(Line(paper.Footer)).AppendLine("_").ToString().ReplaceLineEndings("\n");
    }

    private static void Write(Block block, StringBuilder text)
    {
        switch (block)
        {
            case Heading heading:
                text.Append('#', heading.Level + 1).Append(' ').AppendLine(Line(heading.Text));
                break;
            case Prose prose:
                text.AppendLine(Line(prose.Text));
                break;
            case Notice notice:
                text.Append("> ").AppendLine(Line(notice.Text));
                break;
            case Points points:
                foreach (var item in points.Items)
                {
                    text.Append("- ").AppendLine(Line(item));
                }

                break;
            case PaperTable table:
                Row(table.Columns, text);
                Row([.. table.Columns.Select(_ => "---")], text);
                foreach (var row in table.Rows)
                {
                    Row(row, text);
                }

                break;
        }
    }

    private static void Row(IEnumerable<string> cells, StringBuilder text) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => Line(cell).Replace("|", "\\|", StringComparison.Ordinal))).AppendLine(" |");

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();
}
