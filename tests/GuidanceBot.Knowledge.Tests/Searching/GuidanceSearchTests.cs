using CsCheck;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Tests.Searching;

public sealed class GuidanceSearchTests
{
    private static readonly IGuidanceSearch Guidance = SmallCorpus.Search(SmallCorpus.Read());

    /// <summary>A question, the heading that must come first, and what it shows.</summary>
    public static TheoryData<string, string, string> Questions => new()
    {
        { "is it ok to doze on the sofa with the baby?", "is-it-safe", "plain words" },
        { "asleep on the settee", "is-it-safe", "a name from the thesaurus" },
        { "nodding off in a recliner", "is-it-safe", "a name under the heading" },
        { "dozing in a grown up chair", "is-it-safe", "a phrase from the thesaurus" },
        { "asleep on the setee", "is-it-safe", "a misspelt name from the thesaurus" },
        { "how wram shoud the romo be", "how-warm", "three slips" },
        { "what temperature is right for a room, in degrees?", "how-warm", "words of the text" },
        { "do i ring or write to make a referal in the conty", "how-do-i-make-a-referral-in-the-county", "two slips" },
        { "My sister has a sofa. She has had it for years and the sofa is old and sofa sofa. How warm should a room be?", "how-warm", "the asking above the telling" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_finds_its_passage(string question, string heading, string because)
    {
        var result = Guidance.Search(new SearchRequest(question));

        Assert.True(result.Best!.Passage.Id.Heading.StartsWith(heading, StringComparison.Ordinal), $"{because}: {result.Best.Passage.Id}");
    }

    [Theory]
    [InlineData("is it safe to fall asleep with a baby on a sofa?", ConfidenceBand.Answer)]
    [InlineData("who won the football in Nottingham last night", ConfidenceBand.Decline)]
    [InlineData("best recipe for banana bread", ConfidenceBand.Decline)]
    public void How_much_of_what_is_telling_was_found_sets_the_band(string question, ConfidenceBand band)
    {
        Assert.Equal(band, Guidance.Search(new SearchRequest(question)).Band);
    }

    [Theory]
    [InlineData(-0.1, -0.1, ConfidenceBand.Answer)]
    [InlineData(-0.1, 0.1, ConfidenceBand.Choose)]
    [InlineData(0.1, 0.1, ConfidenceBand.Decline)]
    public void The_settings_part_the_bands(double chooseFrom, double answerFrom, ConfidenceBand band)
    {
        var library = SmallCorpus.Read();
        var request = new SearchRequest("asleep on the sofa");
        var confidence = Guidance.Search(request).Confidence;
        var options = new KnowledgeOptions { ChooseFrom = confidence + chooseFrom, AnswerFrom = confidence + answerFrom };

        using var search = new GuidanceSearch(
            library, IndexStore.InMemory(library, RankingParameters.Default), options, SmallCorpus.Clock, RankingParameters.Default);

        Assert.Equal(band, search.Search(request).Band);
    }

    [Fact]
    public void What_was_repaired_and_added_is_told()
    {
        var result = Guidance.Search(new SearchRequest("asleep on the setee wiht the baby"));

        Assert.Contains(new WordRepair("setee", "settee"), result.Repairs);
        Assert.Contains(new WordExpansion("settee", "sofa"), result.Expansions);
    }

    [Theory]
    [InlineData(Area.Derby, "how-do-i-make-a-referral-in-the-city")]
    [InlineData(Area.Derbyshire, "how-do-i-make-a-referral-in-the-county")]
    public void Where_the_family_lives_puts_its_own_rule_first(Area area, string heading)
    {
        var result = Guidance.Search(new SearchRequest("how do I make a referral") { Area = area });

        Assert.Equal(heading, result.Best!.Passage.Id.Heading);
    }

    [Fact]
    public void Another_partnerships_rule_never_stands_above_a_local_one_that_fits()
    {
        var hits = Guidance.Search(new SearchRequest("who does escalation of a disagreement between worker and manager go to")).Hits;

        Assert.Equal("what-is-the-escalation-policy", hits[0].Passage.Id.Heading);
        Assert.Contains(hits, h => h.Passage.Status == PassageStatus.OtherArea);
    }

    [Fact]
    public void Another_partnerships_rule_comes_first_when_it_is_asked_for_by_name()
    {
        var best = Guidance.Search(new SearchRequest("how quickly does escalation move in Coventry?")).Best!;

        Assert.Equal(PassageStatus.OtherArea, best.Passage.Status);
    }

    [Fact]
    public void What_was_not_yet_in_force_on_a_day_is_not_found()
    {
        var request = new SearchRequest("asleep on the sofa");

        Assert.NotEmpty(Guidance.Search(request with { AsOf = new DateOnly(2026, 1, 10) }).Hits);
        Assert.Empty(Guidance.Search(request with { AsOf = new DateOnly(2026, 1, 9) }).Hits);
    }

    [Fact]
    public void A_question_that_leans_on_the_one_before_is_read_with_it()
    {
        var alone = Guidance.Search(new SearchRequest("and in the county?")).Best;
        var leaning = Guidance.Search(new SearchRequest("and in the county?") { Context = "how do I make a referral" });

        Assert.Equal("how-do-i-make-a-referral-in-the-county", leaning.Best!.Passage.Id.Heading);
        Assert.True(alone is null || leaning.Best.Score > alone.Score);
    }

    [Fact]
    public void A_question_for_a_number_marks_the_sentence_with_the_number()
    {
        var best = Guidance.Search(new SearchRequest("how many times higher is the risk asleep on a sofa")).Best!;

        Assert.Contains("The risk is about 50 times higher there.", best.BestSentences.Select(i => best.Passage.TextOf(best.Passage.Sentences[i])));
    }

    /// <summary>What people and machines may send; none of it is a question.</summary>
    public static TheoryData<string> Oddities =>
    [
        "",
        "   \n\t ",
        "?!?",
        "\0\u0001\u0007",
        "\u202Eesrever\u202C \u2066x\u2069",
        "👶🍼😴",
        "\uD83D",
        "dziecko śpi na kanapie",
        "الطفل ينام على الأريكة",
        "婴儿睡在沙发上",
        "\"unclosed AND (OR NOT ~ * ? field:value ^2 [a TO b]",
        "<script>alert(1)</script> [link](javascript:x) ``` {{front-door}}",
        "{\"question\": \"' OR 1=1 --\"}",
        "../../etc/passwd",
        new string('a', 10_000),
        string.Join(' ', Enumerable.Range(0, 3_000).Select(i => $"word{i}")),
        string.Concat(Enumerable.Repeat("sofa ", 4_000)),
    ];

    [Theory]
    [MemberData(nameof(Oddities))]
    public void Odd_text_is_searched_without_harm(string text)
    {
        var result = Guidance.Search(new SearchRequest(text));

        Assert.True(double.IsFinite(result.Confidence) && result.Confidence >= 0);
        Assert.All(result.Hits, h => Assert.True(double.IsFinite(h.Score)));
    }

    [Fact]
    public void Any_text_at_all_gives_the_same_result_twice()
    {
        Gen.String[Gen.Char, 0, 80].Sample(text =>
        {
            var (one, other) = (Guidance.Search(new SearchRequest(text)), Guidance.Search(new SearchRequest(text)));

            Assert.Equal(one.Hits.Select(h => (h.Passage.Id, h.Score)), other.Hits.Select(h => (h.Passage.Id, h.Score)));
        });
    }

    [Fact]
    public void Many_may_search_at_once()
    {
        var expected = Guidance.Search(new SearchRequest("asleep on the sofa")).Hits.Select(h => h.Score).ToList();

        Parallel.For(0, 200, _ => Assert.Equal(expected, Guidance.Search(new SearchRequest("asleep on the sofa")).Hits.Select(h => h.Score)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_limit_out_of_range_is_refused(int limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Guidance.Search(new SearchRequest("sofa") { Limit = limit }));
    }

    [Fact]
    public void The_working_adds_up_to_the_score()
    {
        var explanation = Guidance.Explain(new SearchRequest("is it safe to sleep on a settee with a baby") { Area = Area.Derby });

        Assert.Equal(explanation.Result.Hits.Count, explanation.Hits.Count);
        Assert.All(explanation.Hits, h => Assert.Equal(
            h.Hit.Score, h.HeadingFactor * (h.Words + h.Nearness + h.BestWindow + h.DocumentShare) * h.PlaceFactor, precision: 9));
        Assert.Contains(explanation.Terms, t => t is { Term: "sofa", Written: "settee" });
    }
}
