using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using GuidanceBot.Documents.Word;

namespace GuidanceBot.Documents.Tests;

public sealed class WordPaperTests
{
    private static readonly Paper Some = new(
        "A record",
        [
            new Notice("**Draft.** For now."),
            new Heading(1, "Found"),
            new Prose("Plain & <simple>."),
            new PaperTable("What was found", ["Prompt", "What"], [["Red", "A sofa"], ["Amber", "A hat"]], [1, 3]),
            new Heading(2, "Next"),
            new Points(["One", "**Two** words"]),
        ],
        "The foot");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_document_is_valid(bool large) => Read(Some with { Large = large }, document =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}")));

    [Fact]
    public void Title_and_language_are_set_and_the_page_is_A4() => Read(Some, document =>
    {
        Assert.Equal("A record", document.PackageProperties.Title);
        Assert.Equal("en-GB", document.PackageProperties.Language);
        Assert.Equal("en-GB", document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val);
        var page = document.MainDocumentPart.Document!.Descendants<PageSize>().Single();
        Assert.Equal((11906u, 16838u), (page.Width!.Value, page.Height!.Value));
    });

    [Fact]
    public void Headings_are_headings_in_their_order() => Read(Some, document =>
    {
        var styles = document.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Select(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!).Where(style => style is "Title" || style.StartsWith("Heading", StringComparison.Ordinal));
        var known = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value).ToHashSet();

        Assert.Equal(["Title", "Heading1", "Heading2"], styles);
        Assert.All(styles, style => Assert.Contains(style, known));
    });

    [Fact]
    public void A_table_has_a_header_row_and_a_description() => Read(Some, document =>
    {
        var table = document.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().Single();

        Assert.Equal("What was found", table.Descendants<TableDescription>().Single().Val);
        Assert.Single(table.Descendants<TableHeader>());
        Assert.Single(table.Elements<TableRow>().First().Descendants<TableHeader>());
        Assert.All(table.Elements<TableRow>(), row => Assert.Equal(2, row.Elements<TableCell>().Count()));
    });

    [Fact]
    public void Stars_make_bold_and_nothing_is_lost() => Read(Some, document =>
    {
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;

        Assert.Contains("Plain & <simple>.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("*", text, StringComparison.Ordinal);
        Assert.Contains(document.MainDocumentPart.Document.Descendants<Run>(), run => run.InnerText == "Draft." && run.RunProperties?.Bold is not null);
    });

    private static void Read(Paper paper, Action<WordprocessingDocument> check)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(WordPaper.Write(paper)), isEditable: false);
        check(document);
    }
}
