using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Tests.Searching.Meaning;

public sealed class LateMeaningsTests
{
    private static readonly GuidanceLibrary Library = SmallCorpus.Read();

    [Fact]
    public void Until_all_is_encoded_the_search_goes_by_words()
    {
        using var folder = new TemporaryFolder();
        var late = new LateMeanings(Library, "one", folder.File("vectors"));
        var missing = late.Missing;

        late.Add([.. missing.Skip(1)], [.. missing.Skip(1).Select(Spelling)]);

        Assert.False(late.IsComplete);
        Assert.Equal([missing[0]], late.Missing);
        Assert.Equal(ByWords("sofa"), With(late, "sofa", Spelling("sofa")));
        late.Add([missing[0]], [Spelling(missing[0])]);
        Assert.True(late.IsComplete);
        Assert.Empty(late.Missing);
    }

    [Fact]
    public void Only_what_changed_is_asked_for_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("vectors");
        var first = Complete(file);

        Assert.True(new LateMeanings(Library, "one", file).IsComplete);
        Assert.Equal(first.Count, new LateMeanings(Library, "another", file).Missing.Count);
    }

    [Fact]
    public void A_question_of_another_size_goes_by_words()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(ByWords("sofa"), With(Complete(folder.File("vectors")), "sofa", [1, 0]));
    }

    [Fact]
    public void An_encoder_that_finds_nothing_counts_nothing()
    {
        using var folder = new TemporaryFolder();
        var late = new LateMeanings(Library, "one", folder.File("vectors"));
        late.Add(late.Missing, [.. late.Missing.Select(_ => new float[] { 1, 1 })]);

        Assert.True(late.IsComplete);
        Assert.False(late.Counts);
        Assert.Equal(ByWords("sofa"), With(late, "sofa", [1, 0]));
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(100f)]
    public void The_length_of_a_vector_does_not_matter(float times)
    {
        var one = LateMeanings.Normalised([3 * times, 4 * times]);

        Assert.Equal(0.6f, one[0], 5);
        Assert.Equal(0.8f, one[1], 5);
    }

    [Fact]
    public void What_has_no_direction_is_refused()
    {
        using var folder = new TemporaryFolder();
        var late = new LateMeanings(Library, "one", folder.File("vectors"));
        var text = late.Missing[0];

        Assert.Throws<ArgumentException>(() => late.Add([text], [[0, 0]]));
        Assert.Throws<ArgumentException>(() => late.Add([text], [[float.NaN, 0]]));
        Assert.Throws<ArgumentException>(() => late.Add([text], []));
        late.Add([text], [[1, 0]]);
        Assert.Throws<ArgumentException>(() => late.Add([late.Missing[0]], [[1, 0, 0]]));
    }

    [Fact]
    public void Calibration_measures_from_what_is_typical_to_what_is_meant()
    {
        // Headings lie at cosine 0.8 of their own questions and at 0 of all others.
        IReadOnlyList<float[]>[] vectors = [.. Enumerable.Range(0, 8).Select(passage => (IReadOnlyList<float[]>)[Axis(passage, 1, 0), Axis(passage, 0.8f, 0.6f)])];

        var parameters = MeaningCalibration.Of(vectors)!;

        Assert.Equal(0.2 / 0.8, parameters.Weight, 3);
        Assert.Equal(0.6, parameters.Pivot, 3);
        Assert.Null(MeaningCalibration.Of([vectors[0]]));
    }

    private static float[] Axis(int at, float length, float last)
    {
        var axis = new float[9];
        (axis[at], axis[8]) = (length, last);
        return axis;
    }

    private static LateMeanings Complete(string file)
    {
        var late = new LateMeanings(Library, "one", file);
        late.Add(late.Missing, [.. late.Missing.Select(Spelling)]);
        return late;
    }

    /// <summary>An encoder of letters: near is what is spelt alike.</summary>
    private static float[] Spelling(string text)
    {
        var counts = new float[27];
        counts[26] = 0.01f;
        foreach (var letter in text.ToLowerInvariant().Where(char.IsAsciiLetterLower))
        {
            counts[letter - 'a']++;
        }

        return counts;
    }

    private static string[] ByWords(string question) => [.. SmallCorpus.Search(Library).Search(new SearchRequest(question)).Hits.Select(hit => $"{hit.Passage.Id} {hit.Score}")];

    private static string[] With(LateMeanings late, string question, float[] direction)
    {
        using var search = new GuidanceSearch(
            Library, IndexStore.InMemory(Library, RankingParameters.Default), new KnowledgeOptions(), SmallCorpus.Clock, RankingParameters.Default, late: late);
        return [.. search.Search(new SearchRequest(question) { Direction = direction }).Hits.Select(hit => $"{hit.Passage.Id} {hit.Score}")];
    }
}
