using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Tests;

public sealed class ShippedGuidanceTests
{
    private static readonly GuidanceLibrary Shipped = CorpusReader.Read(Path.Combine(AppContext.BaseDirectory, "shipped", "corpus"));

    [Fact]
    public void The_guidance_as_shipped_has_no_fault()
    {
        Assert.True(Shipped.Errors.Count == 0, string.Join("\n", Shipped.Errors));
    }

    [Fact]
    public void Its_sentences_cover_its_text_but_for_list_marks_and_white_space()
    {
        foreach (var passage in Shipped.Passages)
        {
            var rest = passage.Text.ToCharArray();
            foreach (var sentence in passage.Sentences)
            {
                Array.Fill(rest, ' ', sentence.Start, sentence.Length);
            }

            Assert.All(new string(rest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), left => Assert.Matches(@"^(-|\d+\.)$", left));
        }
    }

    [Fact]
    public void Its_headings_find_their_own_passages()
    {
        var search = SmallCorpus.Search(Shipped);

        var lost = Shipped.Passages.Where(p => search.Search(new(p.Heading) { Limit = 3, AsOf = DateOnly.MaxValue }).Hits.All(h => h.Passage.Id != p.Id)).ToList();

        // Local passages stand before another area's on purpose; a few headings are near-twins of others.
        Assert.True(lost.Count <= Shipped.Passages.Count / 50, string.Join("\n", lost.Select(p => p.Id)));
    }
}
