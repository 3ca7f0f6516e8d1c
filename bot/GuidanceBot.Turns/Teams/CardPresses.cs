using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>Decides by what the bot remembers, not by what a card claims, whether a press still counts.</summary>
public sealed class CardPresses(ReplyCards cards, BotWording wording)
{
    /// <summary>Presses that are remembered; an older one that comes again is a message like any other.</summary>
    private const int MostRemembered = 20;

    /// <summary>What to say to a press that no longer counts, or null when it does; then it is remembered.</summary>
    public string? WhyNot(CardPress press, Conversation conversation)
    {
        if (conversation.Pressed.Contains(press.Key, StringComparer.Ordinal))
        {
            return wording.Say("CardDone");
        }

        if (press.Step && conversation.OpenCard?.Nonce != press.Card)
        {
            return conversation.OpenCard is { } open ? wording.Say("CardPast", ("title", open.Title)) : wording.Say("CardEnded");
        }

        conversation.Pressed = [.. conversation.Pressed.TakeLast(MostRemembered - 1), press.Key];
        return null;
    }

    /// <summary>What the one who pressed sees: the question with the chosen answer in place of its buttons.</summary>
    public InvokeResponse Accept(CardPress press, OpenCard? asked) => press.Step && asked is not null
        ? AdaptiveCardInvokeResponses.Card(cards.Answered(asked.Question, press.Words).ToJson())
        : AdaptiveCardInvokeResponses.Message(wording.Say("CardBelow"));

    public InvokeResponse Unreadable() => AdaptiveCardInvokeResponses.Error(400, "BadRequest", wording.Say("CardUnknown"));
}
