using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Teams;

namespace GuidanceBot.Turns.Tests.Teams;

public sealed class GeneratedLabelTests
{
    private static readonly QuotedUnit Unit = new("Never sleep on a sofa.", Binds: true, Answers: true);

    [Fact]
    public void What_a_model_worded_carries_the_label_and_the_citations_of_the_quote()
    {
        var entity = EntityOf(Answer() with { Worded = [new WordedPassage([new WordedSentence("Never sleep on any sofa.", Unit, IsQuote: false)])] });

        Assert.True(entity.AiGenerated);
        Assert.Single(entity.Citations);
    }

    [Fact]
    public void What_is_quoted_does_not() => Assert.False(EntityOf(Answer()).AiGenerated);

    [Fact]
    public void The_label_does_not_hang_on_a_citation() =>
        Assert.True(EntityOf(Answer() with { Citations = [], Worded = [new WordedPassage([new WordedSentence("Never.", Unit, IsQuote: false)])] }).AiGenerated);

    private static MessageEntity EntityOf(Reply reply)
    {
        var to = new Activity { Type = ActivityTypes.Message, ChannelId = "msteams", Conversation = new ConversationAccount { Id = "one" } };
        var message = new TeamsReplies(new ReplyCards(SomeReplies.Wording)).Message(reply, to, new Conversation());
        return Assert.IsType<MessageEntity>(Assert.Single(message.Entities));
    }

    private static Reply Answer() => new()
    {
        Status = ReplyStatus.Answered,
        Text = "Never sleep on a sofa. [1]",
        Quotes = [new Quote("sofas#heading", Unit.Text)],
        Citations = [new Citation(1, "A source", "Sofas: Is it safe?", "https://example.org/one", "2014", "national")],
    };
}
