using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using GuidanceBot.Knowledge.Ingesting;
using GuidanceBot.Knowledge.Passages;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace GuidanceBot.Knowledge.Tests.Ingesting;

public sealed class DocumentLibraryTests : IDisposable
{
    private const string Opening = "Put the baby on the back. Never use a pillow.";

    private readonly TemporaryFolder _folder = new();

    private DocumentLibrary Library => new(_folder.File("library"), SmallCorpus.Clock);

    public static TheoryData<string> Formats => ["a.txt", "a.md", "a.html", "a.docx", "a.pdf"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Headings_become_passages_whatever_the_format(string name)
    {
        var added = Add(Made(name));

        Assert.Null(Assert.Single(added).Error);
        var (passages, errors) = Library.Read();
        Assert.Empty(errors);
        var passage = passages.Single(p => p.Heading == "Where should a baby sleep?");
        Assert.Equal("a#where-should-a-baby-sleep", passage.Id.ToString());
        Assert.StartsWith(Opening, passage.Text, StringComparison.Ordinal);
        Assert.Equal([Modality.None, Modality.DoNot], passage.Sentences.Take(2).Select(s => s.Modality));
        Assert.Contains(passages, p => p.Heading == "What of toys?" && p.Text.Contains("Keep toys out of the cot.", StringComparison.Ordinal));
        Assert.Equal(name == "a.pdf" ? 2 : null, passages.Single(p => p.Heading == "What of toys?").Page);
    }

    [Fact]
    public void What_was_said_about_a_document_stays_with_it()
    {
        Add(Made("a.txt"), new IngestSettings { Kind = DocumentKind.Procedure, Area = Area.Derby, SourceUrl = new Uri("https://example.org/a"), Owner = "A board" });

        var document = Library.Read().Passages[0].Document;

        Assert.Equal((DocumentKind.Procedure, Area.Derby, "A board", true), (document.Kind, document.Area, document.Owner, document.Ingested));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2027, 3, 2)), (document.Effective, document.ReviewBy));
        Assert.Equal("https://example.org/a", Assert.Single(document.Sources.Values).Url!.AbsoluteUri);
    }

    public static TheoryData<string, string, string> Bad => new()
    {
        { "gone.txt", "", "is not there" },
        { "empty.txt", "", "holds no text" },
        { "picture.png", "x", "of a kind that cannot be read" },
        { "broken.pdf", "%PDF-1.7 and then nothing", "cannot be read" },
        { "broken.docx", "PK but no zip", "cannot be read" },
        { "menu.html", "<nav>Home</nav><script>x</script>", "holds no text" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_file_is_told_and_the_next_one_is_added(string name, string text, string told)
    {
        var bad = name.StartsWith("gone", StringComparison.Ordinal) ? _folder.File(name) : _folder.Write(name, text);

        var results = Add([bad, Made("a.txt")]);

        Assert.Contains(told, results[0].Error!.Message, StringComparison.Ordinal);
        Assert.NotNull(results[1].Added);
    }

    [Fact]
    public void A_folder_is_read_through()
    {
        _folder.Write("in/one.txt", $"One\n\n{Opening}");
        _folder.Write("in/deep/two.md", $"# Two\n\n{Opening}");
        _folder.Write("in/skip.png", "x");

        Assert.Equal(["deep/two.md", "one.txt"], Add(_folder.File("in")).Select(f => Path.GetRelativePath(_folder.File("in"), f.Path)));
    }

    [Fact]
    public void A_document_that_is_added_again_is_replaced()
    {
        Add(_folder.Write("a.txt", "Old\n\nOld words stand here."));
        Add(_folder.Write("a.txt", "New\n\nNew words stand here."));

        Assert.Equal("New words stand here.", Assert.Single(Library.Read().Passages).Text);
        Assert.Single(Library.Entries);
    }

    [Fact]
    public void What_is_withdrawn_does_not_answer()
    {
        Add(Made("a.txt"));

        Assert.True(Library.Withdraw("a"));
        Assert.False(Library.Withdraw("a"));
        Assert.Empty(Library.Read().Passages);
    }

    [Fact]
    public void A_file_that_nobody_listed_does_not_answer()
    {
        Add(Made("a.txt"));
        File.Copy(_folder.File("library/a.json"), _folder.File("library/b.json"));

        Assert.All(Library.Read().Passages, p => Assert.Equal("a", p.Document.Id));
    }

    [Fact]
    public void A_file_that_was_cut_off_or_edited_does_not_answer_and_is_told()
    {
        Add(_folder.Write("b.txt", "Two\n\nThese words are whole."));
        Add(Made("a.txt"));
        File.AppendAllText(_folder.File("library/a.json"), " ");

        var (passages, errors) = Library.Read();

        Assert.Equal(("library-changed", "a.json"), (Assert.Single(errors).Code, errors[0].File));
        Assert.Equal("b", Assert.Single(passages).Document.Id);
    }

    [Fact]
    public void A_broken_manifest_is_told_and_nothing_is_written_over_it()
    {
        _folder.Write("library/manifest.json", "{ half");

        Assert.Equal("library-manifest", Assert.Single(Library.Read().Errors).Code);
        Assert.Throws<InvalidDataException>(() => Add(Made("a.txt")));
        Assert.Equal("{ half", File.ReadAllText(_folder.File("library/manifest.json")));
    }

    [Fact]
    public void A_document_of_the_corpus_keeps_its_id_against_one_of_the_library()
    {
        Add(_folder.Write("sofas.txt", "Sofas\n\nOther words."));
        var (passages, _) = Library.Read();

        var both = SmallCorpus.Read().With(passages, []);

        Assert.Equal("id-twice", Assert.Single(both.Errors).Code);
        Assert.All(both.PassagesOf("sofas"), p => Assert.False(p.Document.Ingested));
    }

    public void Dispose() => _folder.Dispose();

    private List<IngestedFile> Add(string path, IngestSettings? settings = null) => Add([path], settings);

    private List<IngestedFile> Add(string[] paths, IngestSettings? settings = null) =>
        [.. Library.Add(paths, settings ?? new IngestSettings(), TestContext.Current.CancellationToken)];

    private string Made(string name) => Path.GetExtension(name) switch
    {
        ".md" => _folder.Write(name, $"---\nx: y\n---\n# A leaflet\n\n## Where should a baby sleep?\n\n{Opening}\n\n## What of toys?\n\n- Keep toys out of the cot.\n"),
        ".html" => _folder.Write(name, $"<title>A leaflet</title><nav>Menu</nav><main><h2>Where should a baby sleep?</h2><p>Put the baby on the&nbsp;back. <b>Never</b> use a pillow.</p><h2>What of toys?</h2><ul><li>Keep toys out of the cot.</li></ul></main>"),
        ".docx" => Word(_folder.File(name)),
        ".pdf" => Pdf(_folder.File(name)),
        _ => _folder.Write(name, $"A leaflet\n\nWhere should a baby sleep?\n\n{Opening}\n\nWhat of toys?\n\n- Keep toys out\n  of the cot.\n"),
    };

    private static string Word(string path)
    {
        using var word = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        static Paragraph Line(string text, string? style) => new(
            new ParagraphProperties(style is null ? null! : new ParagraphStyleId { Val = style }), new Run(new Text(text)));
        word.AddMainDocumentPart().Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
            Line("A leaflet", "Title"),
            Line("Where should a baby sleep?", "Heading1"),
            Line(Opening, "Normal"),
            Line("What of toys?", "Heading2"),
            Line("Keep toys out of the cot.", "ListParagraph")));
        return path;
    }

    private static string Pdf(string path)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        var first = pdf.AddPage(595, 842);
        first.AddText("Where should a baby sleep?", 18, new PdfPoint(50, 780), font);
        first.AddText("Put the baby on the", 11, new PdfPoint(50, 750), font);
        first.AddText("back. Never use a pillow.", 11, new PdfPoint(50, 737), font);
        var second = pdf.AddPage(595, 842);
        second.AddText("What of toys?", 18, new PdfPoint(50, 780), font);
        second.AddText("Keep toys out of the cot.", 11, new PdfPoint(50, 750), font);
        File.WriteAllBytes(path, pdf.Build());
        return path;
    }
}
