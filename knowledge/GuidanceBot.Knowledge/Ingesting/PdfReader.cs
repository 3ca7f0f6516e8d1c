using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Reads the words of a PDF page by page; headings are what is set larger or bolder than the text.</summary>
internal static partial class PdfReader
{
    private const double LargerThanText = 1.12;

    /// <summary>A line that stands on so many pages, digits aside, is a header or footer.</summary>
    private const int RepeatedOn = 3;

    /// <exception cref="InvalidDataException">It holds no text, as a scanned paper does.</exception>
    public static RawDocument Read(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var lines = pdf.GetPages().SelectMany(LinesOf).ToList();
        if (lines.Count == 0)
        {
            throw new InvalidDataException("it holds no text; a scanned paper must be put through character recognition first");
        }

        var repeated = lines.GroupBy(l => Digits().Replace(l.Text, "0"), StringComparer.Ordinal)
            .Where(g => g.Select(l => l.Page).Distinct().Count() >= RepeatedOn)
            .SelectMany(g => g)
            .ToHashSet();
        var kept = lines.Where(l => !repeated.Contains(l) && !PageNumber().IsMatch(l.Text)).ToList();
        var textSize = kept.Count == 0 ? 0 : kept.GroupBy(l => l.Size).OrderByDescending(g => g.Sum(l => l.Text.Length)).First().Key;
        var title = pdf.Information.Title is { } given && CleanText.Of(given) is { Length: > 0 } clean ? clean : null;
        return new RawDocument(title, BlocksOf(kept, textSize));
    }

    private static IEnumerable<Line> LinesOf(Page page)
    {
        var words = page.GetWords(NearestNeighbourWordExtractor.Instance);
        var blocks = UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words));
        foreach (var (block, number) in blocks.Select((b, i) => (b, i)))
        {
            foreach (var line in block.TextLines)
            {
                if (LineOf(line, page.Number, number) is { Text.Length: > 0 } one)
                {
                    yield return one;
                }
            }
        }
    }

    private static Line LineOf(TextLine line, int page, int block)
    {
        var letters = line.Words.SelectMany(w => w.Letters).ToList();
        var size = letters.Count == 0 ? 0 : Math.Round(letters.Average(l => l.PointSize), 1);
        var bold = letters.Count > 0 && letters.Count(l => l.FontDetails.IsBold || (l.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) ?? false)) > letters.Count / 2;
        return new Line(page, block, CleanText.Of(line.Text), size, bold);
    }

    private static List<RawBlock> BlocksOf(List<Line> lines, double textSize)
    {
        var blocks = new List<RawBlock>();
        Line? before = null;
        foreach (var line in lines)
        {
            var isHeading = (line.Size > LargerThanText * textSize || line.IsBold) && PlainTextReader.IsHeading(line.Text);
            var bullet = Bullet().Match(line.Text);
            var sameBlock = before is not null && before.Page == line.Page && before.Block == line.Block;
            if (isHeading)
            {
                var runsOn = sameBlock && blocks is [.., { Kind: RawKind.Heading }] && before!.Size.Equals(line.Size);
                AddOrJoin(blocks, RawKind.Heading, line.Text, line.Page, runsOn);
            }
            else if (bullet.Success)
            {
                AddOrJoin(blocks, RawKind.ListItem, line.Text[bullet.Length..], line.Page, join: false);
            }
            else
            {
                // A paragraph runs on in its block, and over a page's end when its last sentence is not finished.
                var unfinished = blocks is [.., var last] && last.Kind != RawKind.Heading && last.Text[^1] is not ('.' or '!' or '?' or ':') && (sameBlock || char.IsLower(line.Text[0]));
                var runsOn = unfinished || (sameBlock && blocks is [.., { Kind: not RawKind.Heading }]);
                AddOrJoin(blocks, RawKind.Paragraph, line.Text, line.Page, runsOn);
            }

            before = line;
        }

        return blocks;
    }

    private static void AddOrJoin(List<RawBlock> blocks, RawKind kind, string text, int page, bool join)
    {
        if (!join)
        {
            blocks.Add(new RawBlock(kind, text, page));
            return;
        }

        var last = blocks[^1].Text;
        var joined = last.Length > 1 && last[^1] == '-' && char.IsLower(last[^2]) && char.IsLower(text[0]) ? last[..^1] + text : $"{last} {text}";
        blocks[^1] = blocks[^1] with { Text = joined };
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:[•·▪◦●○\uF0B7\uF0A7]\s*|[–-]\s+)(?=\S)")]
    private static partial Regex Bullet();

    private sealed record Line(int Page, int Block, string Text, double Size, bool IsBold);
}
