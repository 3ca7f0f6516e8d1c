using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Knowledge.Passages;
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

        var shown = conversation.Person.Role == Audience.Ambulance ? ReplyCards.ForCrew(reply) : reply;
        var message = shown switch
        {
            { Status: ReplyStatus.Failed } or { Text: "" } => to.CreateReply(CardText.Message(shown.Text)),
            { Pathway: null, Status: ReplyStatus.Answered or ReplyStatus.PartlyAnswered, Quotes.Count: > 0 } => Answer(shown, to, nonce),
            _ => Whole(shown, to, Drawn(cards.Whole(shown, conversation.Person, nonce, Members.AreMany(to)), to)),
        };
        return IsPersonal(reply) && Members.AreMany(to) || WasPrivate(to) ? message with { OnlyForUser = true } : message;
    }

    private OutgoingActivity Answer(Reply reply, Activity to, string nonce) => to.CreateReply(CardText.Message(reply.Text)) with
    {
        Summary = CardText.Summary(reply.Text),
        Entities = Cited(reply) is var cited && (cited.Length > 0 || reply.Generated) ? [new MessageEntity(cited, reply.Generated)] : [],
        ChannelData = FeedbackLoop.Custom,
        Attachments = cards.Next(reply, nonce) is { } next ? [Attachment.AdaptiveCard(Drawn(next, to))] : [],
    };

    /// <summary>Teams knows Universal Actions; Web Chat and others draw their cards without.</summary>
    private static JsonObject Drawn(AdaptiveCard card, Activity to) =>
        (to.ChannelId == Channels.Teams ? card : card.WithoutUniversalActions()).ToJson();

    /// <summary>A card that Teams would refuse for its size goes as the text it stands for.</summary>
    private static OutgoingActivity Whole(Reply reply, Activity to, JsonObject card) =>
        Encoding.UTF8.GetByteCount(card.ToJsonString()) > AdaptiveCard.MostBytes
            ? to.CreateReply(CardText.Message(reply.Text))
            : OutgoingActivity.Card(card, CardText.Summary(reply.Text)) with { Locale = to.Locale };

    /// <summary>Between the bot and one person: what they do, help, and a guided conversation. An answer serves everybody who reads.</summary>
    private static bool IsPersonal(Reply reply) => reply is { Status: ReplyStatus.Welcome } or { Status: ReplyStatus.Pathway };

    /// <summary>Somebody asked so that only the bot saw it; others would not understand the reply.</summary>
    private static bool WasPrivate(Activity to) => to.Entities?.Any(entity => entity.Type == EntityTypes.TargetedMessage) == true;

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
            Keywords = [citation.Area, .. citation.Date.Length <= Protocol.Teams.Citation.LongestKeyword ? [citation.Date] : Array.Empty<string>()],
            Url = Uri.TryCreate(citation.Url, UriKind.Absolute, out var url) && url.Scheme == "https" ? url : null,
        };

    private static string Mark(Citation citation) => string.Create(CultureInfo.InvariantCulture, $"[{citation.Position}]");
}
