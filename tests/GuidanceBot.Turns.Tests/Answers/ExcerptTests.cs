using CsCheck;
using GuidanceBot.Turns.Answers;

namespace GuidanceBot.Turns.Tests.Answers;

public sealed class ExcerptTests
{
    [Fact]
    public void A_short_passage_is_quoted_whole()
    {
        var excerpt = Excerpt.Of(Some.Passage("One two three.", "Four five six."), best: [1], maxWords: 50);

        Assert.True(excerpt.IsWhole);
        Assert.Equal(["One two three. Four five six."], excerpt.Quotes);
    }

    [Fact]
    public void A_long_passage_is_cut_to_the_sentence_that_answers_and_the_first()
    {
        var excerpt = Excerpt.Of(
            Some.Passage("One two three.", "Four five six.", "Seven eight nine.", "Ten eleven twelve."), best: [2], maxWords: 7);

        Assert.False(excerpt.IsWhole);
        Assert.Equal(["One two three.", "Seven eight nine."], excerpt.Quotes);
    }

    [Fact]
    public void What_qualifies_a_sentence_travels_with_it()
    {
        var excerpt = Excerpt.Of(
            Some.Passage("One two three.", "Tell the parents first.", "|Unless that raises the risk.", "Ten eleven."), best: [1], maxWords: 4);

        Assert.Contains("Tell the parents first. Unless that raises the risk.", excerpt.Quotes);
    }

    [Fact]
    public void A_qualifying_sentence_brings_what_it_qualifies()
    {
        var excerpt = Excerpt.Of(
            Some.Passage("One two three.", "Tell the parents first.", "|Unless that raises the risk.", "Ten eleven."), best: [2], maxWords: 4);

        Assert.Contains("Tell the parents first. Unless that raises the risk.", excerpt.Quotes);
    }

    [Fact]
    public void A_list_item_brings_the_line_that_introduces_the_list()
    {
        var excerpt = Excerpt.Of(
            Some.Passage("Some words before it all.", "Never share a bed when:", "-anyone smokes;", "-anyone drank."), best: [3], maxWords: 3);

        Assert.Contains("Never share a bed when:\n- anyone smokes;\n- anyone drank.", excerpt.Quotes);
    }

    [Fact]
    public void The_sentence_that_answers_stands_in_bold()
    {
        var excerpt = Excerpt.Of(Some.Passage("One two three.", "Four five six."), best: [1], maxWords: 50);

        Assert.Equal("One two three. **Four five six.**", excerpt.Markdown([1]));
    }

    [Fact]
    public void Every_quote_of_any_passage_stands_in_it_word_for_word()
    {
        string[] marks = ["", "|", "-"];
        var sentence = Gen.Select(Gen.Int[0, 2], Gen.String[Gen.Char["abc "], 1, 30], Gen.Bool)
            .Select((mark, words, introduces) => marks[mark] + "x" + words + "y" + (introduces ? ":" : "."));
        var passage = sentence.Array[1, 12].Select(sentences => Some.Passage(sentences));

        Gen.Select(passage, Gen.Int[0, 11], Gen.Int[1, 60]).Sample((p, best, words) =>
        {
            var bold = best % p.Sentences.Count;
            var excerpt = Excerpt.Of(p, [bold], words);
            QuoteCheck.Confirm(p, excerpt.Quotes);
            var shown = excerpt.Markdown([bold]).Replace("**", "", StringComparison.Ordinal).Split("\n\n… ");
            Assert.Equal(excerpt.Quotes, shown);
        });
    }

    [Fact]
    public void A_quote_that_does_not_stand_in_the_passage_is_never_sent()
    {
        Assert.Throws<QuoteMismatchException>(() => QuoteCheck.Confirm(Some.Passage("Never on a sofa."), ["Always on a sofa."]));
    }

    [Fact]
    public void What_belongs_together_is_one_unit()
    {
        var passage = Some.Passage("Tell the parents first.", "|Unless that raises the risk.", "Never share a bed when:", "-anyone smokes;", "-anyone drank.", "Ask again.");

        var units = Excerpt.Of(passage, [5], 200).Units([5]).ToArray();

        Assert.Equal(
            ["Tell the parents first. Unless that raises the risk.", "Never share a bed when:\n- anyone smokes;\n- anyone drank.", "Ask again."],
            units.Select(unit => unit.Text));
        Assert.Equal([true, false, false], units.Select(unit => unit.Binds));
        Assert.Equal([false, false, true], units.Select(unit => unit.Answers));
        Assert.All(units, unit => Assert.True(passage.Holds(unit.Text)));
    }
}
