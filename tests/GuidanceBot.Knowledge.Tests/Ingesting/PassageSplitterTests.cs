using CsCheck;
using GuidanceBot.Knowledge.Ingesting;

namespace GuidanceBot.Knowledge.Tests.Ingesting;

public sealed class PassageSplitterTests
{
    [Fact]
    public void A_long_section_is_cut_at_paragraph_borders_and_loses_nothing()
    {
        var sizes = Gen.Int[1, 400].Array[1, 12];
        sizes.Sample(words =>
        {
            var blocks = words.Select((count, i) => new RawBlock(i % 3 == 2 ? RawKind.ListItem : RawKind.Paragraph, Sentences(count))).ToList();

            var passages = PassageSplitter.Split(new RawDocument(null, [new RawBlock(RawKind.Heading, "A heading"), .. blocks]), "A title");

            Assert.Equal(
                string.Join(' ', blocks.Select(b => b.Text)),
                string.Join(' ', passages.SelectMany(p => p.Blocks).Select(b => b.Text)));
            Assert.All(passages, p => Assert.InRange(p.Blocks.Sum(b => b.Text.Split(' ').Length), 1, PassageSplitter.MostWords));
            Assert.Equal(passages.Count, passages.Select(p => p.Anchor).Distinct().Count());
            Assert.All(passages, p => Assert.Equal("A heading", p.Heading));
        });
    }

    [Fact]
    public void What_introduces_a_list_stays_with_it()
    {
        var blocks = new[]
        {
            new RawBlock(RawKind.Paragraph, Sentences(115)),
            new RawBlock(RawKind.Paragraph, "These are the ones that matter most:"),
            new RawBlock(RawKind.ListItem, "One thing."),
        };

        var passages = PassageSplitter.Split(new RawDocument(null, blocks), "A title");

        Assert.Equal(["These are the ones that matter most:", "One thing."], passages[^1].Blocks.TakeLast(2).Select(b => b.Text));
    }

    [Fact]
    public void A_heading_over_a_heading_says_what_it_is_about()
    {
        RawBlock[] blocks =
        [
            new(RawKind.Heading, "Bathing"), new(RawKind.Heading, "Water"), new(RawKind.Paragraph, "Warm, not hot."),
        ];

        Assert.Equal("Bathing: Water", Assert.Single(PassageSplitter.Split(new RawDocument(null, blocks), "A title")).Heading);
    }

    /// <summary>So many words in sentences of ten.</summary>
    private static string Sentences(int words) =>
        string.Join(' ', Enumerable.Range(1, words).Select(i => (i % 10 == 1 ? $"Word{i}" : $"word{i}") + (i % 10 == 0 || i == words ? "." : "")));
}
