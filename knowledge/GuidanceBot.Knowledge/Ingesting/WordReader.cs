using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Reads the words of a Word document (.docx), headings by their style.</summary>
internal static class WordReader
{
    /// <summary>A small file that unpacks to more than this is not a document.</summary>
    private const long MostBytesUnpacked = 200_000_000;

    /// <exception cref="InvalidDataException">It is no Word document.</exception>
    public static RawDocument Read(byte[] file)
    {
        using (var zip = new ZipArchive(new MemoryStream(file, writable: false)))
        {
            if (zip.Entries.Sum(e => e.Length) > MostBytesUnpacked)
            {
                throw new InvalidDataException("the file unpacks to more than 200 MB");
            }
        }

        using var word = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
        var body = word.MainDocumentPart?.Document?.Body ?? throw new InvalidDataException("the file holds no text");
        var styles = word.MainDocumentPart.StyleDefinitionsPart?.Styles?.Elements<Style>()
            .Where(s => s.StyleId?.Value is not null)
            .ToDictionary(s => s.StyleId!.Value!, s => s.StyleName?.Val?.Value ?? "", StringComparer.Ordinal) ?? [];
        var blocks = new List<RawBlock>();
        string? title = null;
        foreach (var element in body.Elements())
        {
            switch (element)
            {
                case Paragraph paragraph when StyleOf(paragraph, styles) == "title":
                    title ??= TextOf(paragraph);
                    break;
                case Paragraph paragraph:
                    Add(blocks, KindOf(paragraph, styles), TextOf(paragraph));
                    break;
                case Table table:
                    foreach (var row in table.Elements<TableRow>())
                    {
                        Add(blocks, RawKind.Paragraph, string.Join("; ", row.Elements<TableCell>().Select(TextOf).Where(t => t.Length > 0)));
                    }

                    break;
                default:
                    break;
            }
        }

        return new RawDocument(title ?? word.PackageProperties.Title, blocks);
    }

    private static RawKind KindOf(Paragraph paragraph, Dictionary<string, string> styles)
    {
        var style = StyleOf(paragraph, styles);
        return style.StartsWith("heading", StringComparison.Ordinal) ? RawKind.Heading
            : paragraph.ParagraphProperties?.NumberingProperties is not null || style.StartsWith("list", StringComparison.Ordinal) ? RawKind.ListItem
            : RawKind.Paragraph;
    }

    /// <summary>The style's English name in small letters; its id is translated in documents made elsewhere.</summary>
    private static string StyleOf(Paragraph paragraph, Dictionary<string, string> styles)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        return (styles.TryGetValue(id, out var name) && name.Length > 0 ? name : id).ToLowerInvariant();
    }

    /// <summary>What is shown: inserted words are, deleted ones are not.</summary>
    private static string TextOf(OpenXmlElement element) =>
        CleanText.Of(string.Concat(element.Descendants().Select(e => e switch
        {
            Text text => text.Text,
            TabChar or Break or CarriageReturn => " ",
            NoBreakHyphen => "-",
            Paragraph when e != element => " ",
            _ => "",
        })));

    private static void Add(List<RawBlock> blocks, RawKind kind, string text)
    {
        if (text.Length > 0)
        {
            blocks.Add(new RawBlock(kind, text));
        }
    }
}
