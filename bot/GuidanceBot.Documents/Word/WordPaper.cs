using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GuidanceBot.Documents.Word;

/// <summary>A <see cref="Paper"/> as a Word document on A4.</summary>
/// <remarks>
/// For everybody: real headings to move by, the language for the voice, the title in the properties, a header row that is one and
/// comes again on the next page, a description of each table, and nothing said by colour alone.
/// </remarks>
public static class WordPaper
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Twentieths of a point: A4 with 2 cm around.
    private const uint Width = 11906;
    private const uint Height = 16838;
    private const uint Margin = 1134;
    private const uint TextWidth = Width - (2 * Margin);

    public static byte[] Write(Paper paper)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = paper.Title;
            package.PackageProperties.Language = Paper.Language;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Styles(paper.Large);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
                new ThemeFontLanguages { Val = Paper.Language });
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = Footer(paper.Footer);
            main.Document = new Document(new Body([
                Paragraph(WordStyles.Title, paper.Title),
                .. paper.Blocks.SelectMany(Elements),
                new SectionProperties(
                    new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new PageSize { Width = Width, Height = Height },
                    new PageMargin { Top = (int)Margin, Bottom = (int)Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 }),
            ]));
        }

        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Elements(Block block) => block switch
    {
        Heading heading => [Paragraph(heading.Level == 1 ? WordStyles.Heading1 : WordStyles.Heading2, heading.Text)],
        Prose prose => [Paragraph(WordStyles.Normal, prose.Text)],
        Notice notice => [Paragraph(WordStyles.Notice, notice.Text)],
        Points points => points.Items.Select(item => Paragraph(WordStyles.Point, item)),
        PaperTable table => [Table(table), Paragraph(WordStyles.AfterTable, "")],
        _ => [],
    };

    private static Paragraph Paragraph(string style, string text) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. Runs(text)]);

    /// <summary>What stands between two pairs of stars is bold.</summary>
    private static IEnumerable<Run> Runs(string text) => text.Split("**").Index()
        .Where(part => part.Item.Length > 0)
        .Select(part =>
        {
            var words = new Text(part.Item) { Space = SpaceProcessingModeValues.Preserve };
            return part.Index % 2 == 1 ? new Run(new RunProperties(new Bold()), words) : new Run(words);
        });

    private static Table Table(PaperTable table)
    {
        var all = table.Widths.Sum();
        var widths = table.Widths.Select(share => (TextWidth * share / all).ToString(CultureInfo.InvariantCulture)).ToArray();
        return new DocumentFormat.OpenXml.Wordprocessing.Table(
        [
            new TableProperties(
                new TableStyle { Val = WordStyles.Grid },
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = TextWidth.ToString(CultureInfo.InvariantCulture) },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = table.Description },
                new TableDescription { Val = table.Description }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width })),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. Cells(table.Columns, widths, WordStyles.ColumnHead)]),
            .. table.Rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()), .. Cells(row, widths, WordStyles.Cell)])),
        ]);
    }

    private static IEnumerable<TableCell> Cells(IEnumerable<string> texts, string[] widths, string style) => texts.Select((text, column) =>
        new TableCell(
            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = widths[column] }),
            Paragraph(style, text)));

    private static Footer Footer(string text) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Foot }),
        new Run(new Text(text + " · ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
        new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "NUMPAGES" }));
}
