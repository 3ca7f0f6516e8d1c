using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Tests.Searching;

public sealed class IndexStoreTests : IDisposable
{
    private static readonly GuidanceLibrary Library = SmallCorpus.Read();

    private readonly TemporaryFolder _folder = new();

    private string Kept => _folder.File("index");

    [Fact]
    public void An_index_is_built_once_and_opened_from_then_on()
    {
        Assert.Equal(IndexOutcome.Built, Open());
        Assert.Equal(IndexOutcome.Opened, Open());
    }

    [Fact]
    public void A_kept_index_finds_what_one_in_memory_finds()
    {
        Open();
        using var index = IndexStore.OpenOrBuild(Kept, Library, RankingParameters.Default, out _);
        using var kept = new GuidanceSearch(Library, index, new KnowledgeOptions(), SmallCorpus.Clock, RankingParameters.Default);
        var request = new SearchRequest("how wram is a rom and is a settee safe");

        Assert.Equal(
            SmallCorpus.Search(Library).Search(request).Hits.Select(h => (h.Passage.Id, h.Score)),
            kept.Search(request).Hits.Select(h => (h.Passage.Id, h.Score)));
    }

    [Fact]
    public void Other_guidance_is_another_index()
    {
        Open();
        var less = new GuidanceLibrary(Library.Passages.Skip(1), Library.Contacts, Library.Thesaurus, []);

        using var index = IndexStore.OpenOrBuild(Kept, less, RankingParameters.Default, out var outcome);

        Assert.Equal((IndexOutcome.Built, less.Passages.Count), (outcome, index.Terms.Count));
    }

    [Theory]
    [InlineData("stamp.txt", "of another version")]
    [InlineData("terms.bin", "cut off")]
    [InlineData("lucene/segments.gen", null)]
    [InlineData("stamp.txt", null)]
    public void An_index_that_is_of_another_version_or_half_written_is_built_again(string file, string? text)
    {
        Open();
        if (text is null)
        {
            foreach (var part in Directory.GetFiles(Path.GetDirectoryName(Path.Combine(Kept, file))!, "s*"))
            {
                File.Delete(part);
            }
        }
        else
        {
            File.WriteAllText(Path.Combine(Kept, file), text);
        }

        Assert.Equal(IndexOutcome.Built, Open());
        Assert.Equal(IndexOutcome.Opened, Open());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_leaves_the_index_in_memory()
    {
        _folder.Write("file", "not a folder");

        using var index = IndexStore.OpenOrBuild(_folder.File("file/index"), Library, RankingParameters.Default, out var outcome);

        Assert.Equal((IndexOutcome.NotKept, Library.Passages.Count), (outcome, index.Terms.Count));
    }

    [Fact]
    public void Somebodys_own_files_are_never_deleted()
    {
        var precious = _folder.Write("index/notes.txt", "precious");

        Assert.Equal(IndexOutcome.NotKept, Open());
        Assert.Equal("precious", File.ReadAllText(precious));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private IndexOutcome Open()
    {
        using var index = IndexStore.OpenOrBuild(Kept, Library, RankingParameters.Default, out var outcome);
        return outcome;
    }
}
