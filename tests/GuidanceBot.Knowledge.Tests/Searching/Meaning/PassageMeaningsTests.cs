using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Tests.Searching.Meaning;

public sealed class PassageMeaningsTests
{
    private static readonly GuidanceLibrary Library = SmallCorpus.Read();

    [Fact]
    public void What_is_near_in_meaning_comes_before_what_only_shares_a_word()
    {
        var words = SmallCorpus.Search(Library).Search(new SearchRequest("sofa")).Hits;
        var other = words[^1].Passage;
        var meanings = new PassageMeanings(Library.Passages, new OneDirection("sofa", other.Heading), null);
        using var search = SearchWith(meanings);

        var hits = search.Search(new SearchRequest("sofa")).Hits;

        Assert.True(words.Count > 1);
        Assert.NotEqual(other.Id, words[0].Passage.Id);
        Assert.Equal(other.Id, hits[0].Passage.Id);
    }

    [Fact]
    public void A_question_without_a_known_word_is_still_declined()
    {
        var meanings = new PassageMeanings(Library.Passages, new OneDirection("qqqq", Library.Passages[0].Heading), null);
        using var search = SearchWith(meanings);

        Assert.Equal(ConfidenceBand.Decline, search.Search(new SearchRequest("qqqq")).Band);
    }

    [Fact]
    public void Vectors_that_are_kept_are_not_made_again()
    {
        using var folder = new TemporaryFolder();
        var cache = folder.File("vectors");
        var first = new OneDirection("sofa", "");
        _ = new PassageMeanings(Library.Passages, first, cache);
        var second = new OneDirection("sofa", "");
        _ = new PassageMeanings(Library.Passages, second, cache);
        var another = new OneDirection("sofa", "") { Model = "another" };
        _ = new PassageMeanings(Library.Passages, another, cache);

        Assert.True(first.Made > 0);
        Assert.Equal(0, second.Made);
        Assert.Equal(first.Made, another.Made);
    }

    [Fact]
    public void A_cache_that_was_cut_short_is_made_again()
    {
        using var folder = new TemporaryFolder();
        var cache = folder.File("vectors");
        var first = new OneDirection("sofa", "");
        _ = new PassageMeanings(Library.Passages, first, cache);
        File.WriteAllBytes(cache, File.ReadAllBytes(cache)[..^3]);
        var second = new OneDirection("sofa", "");
        _ = new PassageMeanings(Library.Passages, second, cache);

        Assert.Equal(first.Made, second.Made);
    }

    private static GuidanceSearch SearchWith(PassageMeanings meanings) => new(
        Library, IndexStore.InMemory(Library, RankingParameters.Default), new KnowledgeOptions(), SmallCorpus.Clock, RankingParameters.Default, meanings);

    /// <summary>Says that two texts mean the same and all others something else.</summary>
    private sealed class OneDirection(string one, string other) : ITextMeaning
    {
        private int _made;

        public int Made => _made;

        public string Model { get; init; } = "one direction";

        public float[] Encode(string text)
        {
            Interlocked.Increment(ref _made);
            return text == one || text == other ? [1, 0] : [0, 1];
        }
    }
}
