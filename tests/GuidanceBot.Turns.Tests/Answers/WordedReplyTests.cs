using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Tests.Safety;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Tests.Answers;

public sealed class WordedReplyTests
{
    private static readonly BotWording Wording = BotWording.Read(SafetyFiles.WordingFolder);

    private static readonly QuotedUnit Rule = new("Never sleep on a sofa.", Binds: true, Answers: true);

    [Fact]
    public void The_words_take_the_place_of_the_quote_and_the_label_stands_below_them()
    {
        var reply = WordedReply.Of(Quoted(), [new WordedPassage([new WordedSentence("Never sleep on any sofa.", Rule, IsQuote: false)])], Wording);

        Assert.True(reply.Generated);
        Assert.Equal(["**Heading**", "Never sleep on any sofa. [1]", Wording.Say("WordedNotice"), "Source"], reply.Text.Split("\n\n"));
        Assert.Equal("Never sleep on a sofa.", Assert.Single(reply.Quotes).Text);
    }

    [Fact]
    public void When_all_is_quoted_the_reply_stays_as_it_was_and_has_no_label()
    {
        var quoted = Quoted();

        Assert.Same(quoted, WordedReply.Of(quoted, [new WordedPassage([new WordedSentence(Rule.Text, Rule, IsQuote: true)])], Wording));
    }

    [Fact]
    public void A_quote_that_is_none_is_not_sent() => Assert.Throws<QuoteMismatchException>(() => WordedReply.Of(
        Quoted(),
        [new WordedPassage([new WordedSentence("Always sleep on a sofa.", Rule, IsQuote: true), new WordedSentence("Never.", Rule, IsQuote: false)])],
        Wording));

    [Theory]
    [InlineData(ReplyStatus.Answered, true)]
    [InlineData(ReplyStatus.PartlyAnswered, true)]
    [InlineData(ReplyStatus.Choose, false)]
    [InlineData(ReplyStatus.NotHeld, false)]
    [InlineData(ReplyStatus.OutOfScope, false)]
    [InlineData(ReplyStatus.Emergency, false)]
    [InlineData(ReplyStatus.NeedsPerson, false)]
    [InlineData(ReplyStatus.Declined, false)]
    [InlineData(ReplyStatus.Welcome, false)]
    [InlineData(ReplyStatus.Pathway, false)]
    [InlineData(ReplyStatus.Failed, false)]
    public void Only_an_answer_may_be_worded(ReplyStatus status, bool may) => Assert.Equal(may, WordedReply.MayBe(Quoted() with { Status = status }));

    public static TheoryData<Passage> NeverWorded =>
    [
        Some.Passage("Ring 999 now."),
        Some.Passage("Ring 111 for advice."),
        Some.Passage("Never sleep on a sofa.") with { Pathways = ["co-sleeping", "emergency"] },
        Some.Passage("Never sleep on a sofa.") with { Pathways = ["crew"] },
        Some.Passage("Never sleep on a sofa.") with { Status = PassageStatus.OtherArea },
        Some.Passage("Never sleep on a sofa.") with { Status = PassageStatus.NotHeld },
        Some.Passage("Never sleep on a sofa.") with { Status = PassageStatus.Conflict },
    ];

    [Theory]
    [MemberData(nameof(NeverWorded))]
    public void What_tells_how_to_act_in_danger_or_is_not_the_local_rule_is_never_worded(Passage passage) =>
        Assert.False(WordedReply.MayBe(Quoted(passage)));

    [Fact]
    public void An_answer_without_quotes_or_in_a_guided_conversation_is_not_worded()
    {
        Assert.False(WordedReply.MayBe(Quoted() with { Quoted = [] }));
        Assert.False(WordedReply.MayBe(Quoted() with { Pathway = new PathwayPlace("bruise", "Bruise", "one", Ended: false) }));
    }

    private static Reply Quoted(Passage? passage = null) => new()
    {
        Status = ReplyStatus.Answered,
        Text = "**Heading**\n\n**Never sleep on a sofa.** [1]\n\nSource",
        Quotes = [new Quote("sofas#heading", Rule.Text)],
        Quoted = [new QuotedPassage(passage ?? Some.Passage("Never sleep on a sofa."), [Rule], "**Never sleep on a sofa.** [1]", "[1]")],
    };
}
