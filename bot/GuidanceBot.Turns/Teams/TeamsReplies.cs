using System.Globalization;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Cards;

namespace GuidanceBot.Turns.Teams;

/// <summary>A reply as one Teams message: an answer as text with native citations and buttons below, everything else as a card.</summary>
/// <remarks>Always one message, so that nobody's telephone rings twice for one question.</remarks>
public sealed class TeamsReplies(ReplyCards cards)
{
    /// <param name="reply">What is said.</param>
    /// <param name="to">What it answers.</param>
    /// <param name="conversation">Remembers the question that now waits.</param>
    public OutgoingActivity Message(Reply reply, Activity to, Conversation conversation)
    {
        var nonce = Guid.NewGuid().ToString("N");
        if (reply.Pathway is { } place)
        {
            conversation.OpenCard = place.Ended ? null : new OpenCard(nonce, place.Title, CardText.Paragraphs(reply.Text).LastOrDefault() ?? "");
        }

        return reply switch
        {
            { Status: ReplyStatus.Failed } or { Text: "" } => to.CreateReply(CardText.Message(reply.Text)),
            { Pathway: null, Status: ReplyStatus.Answered or ReplyStatus.PartlyAnswered, Quotes.Count: > 0 } => Answer(reply, to, nonce),
            _ => Whole(reply, to, cards.Whole(reply, conversation.Person, nonce).ToJson()),
        };
    }

    private OutgoingActivity Answer(Reply reply, Activity to, string nonce)
    {
        var card = cards.Next(reply, nonce)?.ToJson();
        return to.CreateReply(CardText.Message(reply.Text)) with
        {
            Summary = CardText.Summary(reply.Text),
            Entities = Cited(reply) is { Length: > 0 } cited ? [new MessageEntity(cited)] : [],
            ChannelData = FeedbackLoop.Default,
            Attachments = card is null ? [] : [Attachment.AdaptiveCard(card)],
        };
    }

    /// <summary>A card that Teams would refuse for its size goes as the text it stands for.</summary>
    private static OutgoingActivity Whole(Reply reply, Activity to, System.Text.Json.Nodes.JsonObject card) =>
        System.Text.Encoding.UTF8.GetByteCount(card.ToJsonString()) > AdaptiveCard.MostBytes
            ? to.CreateReply(CardText.Message(reply.Text))
            : OutgoingActivity.Card(card, CardText.Summary(reply.Text)) with { Locale = to.Locale };

    private static Protocol.Teams.Citation[] Cited(Reply reply) =>
    [
        .. reply.Citations
            .Where(citation => reply.Text.Contains(Mark(citation), StringComparison.Ordinal))
            .Take(MessageEntity.MostCitationsInPlayground)
            .Select(Cite),
    ];

    private static Protocol.Teams.Citation Cite(Citation citation) =>
        new(citation.Position, citation.Title, $"{citation.Date}. {citation.Section}")
        {
            Url = Uri.TryCreate(citation.Url, UriKind.Absolute, out var url) && url.Scheme == "https" ? url : null,
        };

    private static string Mark(Citation citation) => string.Create(CultureInfo.InvariantCulture, $"[{citation.Position}]");
}
