using System.Net;
using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>Searching from the compose box, and "check guidance on this" on a message.</summary>
/// <remarks>Danger signs come first here too. Nothing that is searched for is remembered.</remarks>
public sealed partial class MessageExtension(
    TurnBoundary turn, IGuidanceSearch search, AnswerComposer composer, ReplyCards cards, BotWording wording, TimeProvider clock)
{
    /// <summary>The manifest's commands.</summary>
    public const string SearchCommand = "searchGuidance";

    /// <inheritdoc cref="SearchCommand"/>
    public const string CheckCommand = "checkGuidance";

    private const int MostResults = 8;

    /// <summary>Words under a result's title.</summary>
    private const int PreviewLength = 120;

    public async Task<InvokeResponse> QueryAsync(Activity activity, Person person, CancellationToken cancellationToken)
    {
        if (MessagingExtensionQuery.Read(activity.Value) is not { Text: { Length: > 0 } text })
        {
            return MessagingExtensionResponses.Message(wording.Say("ExtensionAsk"));
        }

        var reply = await turn.ReplyToAsync(text, new Conversation { Person = person, QuotesOnly = true }, cancellationToken);
        if (reply.Status is ReplyStatus.Emergency or ReplyStatus.Declined or ReplyStatus.NeedsPerson)
        {
            return MessagingExtensionResponses.Results([Result(reply, wording.Say("ExtensionFirst"))]);
        }

        var found = search.Search(new SearchRequest(text) { Area = person.Area, Audience = person.Role, Limit = MostResults });
        var results = found.Hits
            .Select(hit => (hit.Passage.Heading, Reply: composer.Whole(hit.Passage.Id, clock.GetUtcNow(), showAnyway: false)))
            .Where(hit => hit.Reply is { Quotes.Count: > 0 })
            .Select(hit => Result(hit.Reply!, hit.Heading))
            .ToArray();
        return results.Length > 0 ? MessagingExtensionResponses.Results(results) : MessagingExtensionResponses.Message(wording.Say("ExtensionNothing"));
    }

    /// <summary>Answers a message that somebody pointed at, in a dialog that only they see.</summary>
    public async Task<InvokeResponse> CheckAsync(Activity activity, Person person, CancellationToken cancellationToken)
    {
        var text = MessagingExtensionAction.Read(activity.Value)?.MessagePayload?.Body is { } body ? Plain(body) : "";
        if (text.Length == 0)
        {
            return TaskResponses.Message(wording.Say("ExtensionNoWords"));
        }

        var reply = await turn.ReplyToAsync(text, new Conversation { Person = person, QuotesOnly = true }, cancellationToken);
        return TaskResponses.Continue(wording.Say("ExtensionTitle"), ToRead(reply));
    }

    private MessagingExtensionResult Result(Reply reply, string title)
    {
        var quote = reply.Quotes.Count > 0 ? reply.Quotes[0].Text : CardText.Summary(reply.Text);
        return new MessagingExtensionResult(ToRead(reply), title, quote.Length > PreviewLength ? quote[..(PreviewLength - 1)] + "…" : quote);
    }

    /// <summary>A card for others to read: it asks nothing, and only its telephone numbers can be pressed.</summary>
    private System.Text.Json.Nodes.JsonObject ToRead(Reply reply)
    {
        var card = cards.Whole(reply with { Suggestions = [], Choices = [], Pathway = null }, new Person(), nonce: "");
        return (card with { Actions = [.. card.Actions.OfType<OpenUrlAction>()] }).ToJson();
    }

    private static string Plain(MessagePayloadBody body) => body.Content is not { } content ? ""
        : string.Equals(body.ContentType, "text", StringComparison.OrdinalIgnoreCase) ? content.Trim()
        : WebUtility.HtmlDecode(Tag().Replace(content, " ")).Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
