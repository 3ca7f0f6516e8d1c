namespace GuidanceBot.Documents.Tests;

public sealed class MarkdownPaperTests
{
    [Fact]
    public void A_paper_is_headings_lists_and_tables()
    {
        var paper = new Paper(
            "A record",
            [new Notice("Draft."), new Heading(1, "Found"), new Points(["One", "Two"]), new PaperTable("", ["A", "B"], [["1|2", "three\nfour"]], [1, 1])],
            "The foot");

        Assert.Equal(
            "# A record\n\n> Draft.\n\n## Found\n\n- One\n- Two\n\n| A | B |\n| --- | --- |\n| 1\\|2 | three four |\n\n_The foot_\n",
            MarkdownPaper.Write(paper));
    }
}
