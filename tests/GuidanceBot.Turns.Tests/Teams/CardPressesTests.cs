using System.Text.Json;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Teams;

namespace GuidanceBot.Turns.Tests.Teams;

public sealed class CardPressesTests
{
    private static readonly CardPresses Presses = new(new ReplyCards(SomeReplies.Wording), SomeReplies.Wording);

    [Fact]
    public void A_button_counts_once_however_often_its_press_arrives()
    {
        var conversation = new Conversation();
        var press = new CardPress("card", 0, Step: false, "contacts");

        Assert.Null(Presses.WhyNot(press, conversation));
        Assert.NotNull(Presses.WhyNot(press, conversation));
        Assert.Null(Presses.WhyNot(press with { Button = 1 }, conversation));
        Assert.Null(Presses.WhyNot(press with { Card = "another" }, conversation));
    }

    [Fact]
    public void A_press_on_a_question_that_is_behind_us_is_told_where_things_are_and_changes_nothing()
    {
        var conversation = new Conversation { OpenCard = new OpenCard("new", "Co-sleeping", "Who smokes?") };

        var refused = Presses.WhyNot(new CardPress("old", 0, Step: true, "Yes"), conversation);

        Assert.Contains("Co-sleeping", refused, StringComparison.Ordinal);
        Assert.Empty(conversation.Pressed);
        Assert.Null(Presses.WhyNot(new CardPress("new", 0, Step: true, "Yes"), conversation));
    }

    [Fact]
    public void When_the_conversation_has_ended_its_buttons_say_so()
    {
        Assert.NotNull(Presses.WhyNot(new CardPress("old", 0, Step: true, "Yes"), new Conversation()));
    }

    [Fact]
    public void An_answered_question_shows_what_was_chosen()
    {
        var answer = Presses.Accept(new CardPress("c", 0, Step: true, "Yes"), new OpenCard("c", "Co-sleeping", "Who smokes?"));

        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer.Body!["type"]);
        Assert.Contains("Who smokes?", answer.Body["value"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Few_presses_are_remembered()
    {
        var conversation = new Conversation();
        for (var button = 0; button < 100; button++)
        {
            Assert.Null(Presses.WhyNot(new CardPress("card", button, Step: false, "help"), conversation));
        }

        Assert.Equal(20, conversation.Pressed.Count);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"say","data":{"card":"c","button":0,"words":"help"}}}""", "help")]
    [InlineData("""{"action":{"verb":"say","data":{"card":"c","button":0,"words":"","role":"champion","area":"Derby"}}}""", "I am a champion in Derby")]
    [InlineData("""{"action":{"verb":"say","data":{"card":"c","button":0,"words":""}}}""", null)]
    [InlineData("""{"action":{"verb":"drop","data":{"card":"c","button":0,"words":"help"}}}""", null)]
    [InlineData("""{"action":{"verb":"say","data":{"card":"c","button":"0","words":"help"}}}""", null)]
    [InlineData("""{"action":{"verb":"say","data":[]}}""", null)]
    [InlineData("""[]""", null)]
    public void A_press_is_read_or_refused(string json, string? words)
    {
        using var value = JsonDocument.Parse(json);

        Assert.Equal(words, CardPress.Read(value.RootElement)?.Words);
    }
}
