using System.Globalization;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>What the bot does with an activity: a message gets a turn, a new conversation a welcome, an uninstall forgets.</summary>
/// <remarks>An edited message is read anew: danger may be in the correction. Of a deleted one nothing was kept.</remarks>
public sealed class TeamsTurn(
    TurnBoundary turn, TeamsReplies replies, TeamsInvokes invokes, FileConsents files, IConversations conversations, IShownGuidance shown, IForgetting forgetting,
    GuidanceLibrary library, BotWording wording)
    : ITurnHandler
{
    private const string Edited = "editMessage";

    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        var key = $"{activity.ChannelId}|{activity.Conversation.Id}";
        switch (activity.Type)
        {
            case ActivityTypes.Message:
            case ActivityTypes.MessageUpdate when activity.TeamsData.EventType is Edited:
                var pressed = string.IsNullOrEmpty(activity.Text) ? CardPress.FromData(activity.Value) : null;
                var conversation = await conversations.GetAsync(key, cancellationToken);
                await ReplyAsync(context, key, conversation, pressed?.Words ?? activity.TextForBot, cancellationToken);
                break;

            case ActivityTypes.Invoke:
                await invokes.AnswerAsync(context, key, ReplyAsync, cancellationToken);
                break;

            case ActivityTypes.MessageReaction:
                await invokes.KeepReactionsAsync(activity, key, cancellationToken);
                break;

            case ActivityTypes.ConversationUpdate when WasAdded(activity):
            case ActivityTypes.InstallationUpdate when activity.Action is { } added && added.StartsWith("add", StringComparison.Ordinal):
                var known = await conversations.GetAsync(key, cancellationToken);
                if (!known.Welcomed)
                {
                    known.Welcomed = true;
                    var welcome = replies.Message(new Reply { Status = ReplyStatus.Welcome, Text = wording.Say("Welcome") }, activity, known);
                    await conversations.SaveAsync(key, known, cancellationToken);
                    await context.SendActivityAsync(welcome, cancellationToken);
                }

                break;

            case ActivityTypes.InstallationUpdate when activity.Action is { } action && action.StartsWith("remove", StringComparison.Ordinal):
                await ForgetAsync(key, activity, cancellationToken);
                break;
        }
    }

    private async Task ReplyAsync(TurnContext context, string key, Conversation conversation, string text, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        conversation.Owner = PersonKey.Of(activity);
        var reply = await turn.ReplyToAsync(text, conversation, cancellationToken);
        var message = replies.Message(reply, activity, conversation);
        if (reply.ForgetsPerson)
        {
            await ForgetAsync(key, activity, cancellationToken);
            await context.SendActivityAsync(message, cancellationToken);
            return;
        }

        await conversations.SaveAsync(key, conversation, cancellationToken);
        if (conversation.LostItsPlace)
        {
            await context.SendActivityAsync(wording.Say("LostItsPlace"), cancellationToken);
        }

        await context.SendActivityAsync(message, cancellationToken);
        foreach (var offer in files.Offer(reply, activity))
        {
            await context.SendActivityAsync(offer, cancellationToken);
        }

        await shown.AddAsync(key, PersonKey.Of(activity), PassagesIn(reply), cancellationToken);
    }

    /// <summary>The conversation, and in a personal chat all that is kept of the person.</summary>
    private async Task ForgetAsync(string key, Activity activity, CancellationToken cancellationToken)
    {
        await conversations.ForgetAsync(key, cancellationToken);
        if (PersonKey.Of(activity) is { } person && activity.Conversation.ConversationType is null or ConversationTypes.Personal)
        {
            await forgetting.ForgetAsync(person, cancellationToken);
        }
    }

    /// <summary>What was quoted, and since when it holds: never the words of the question.</summary>
    private ShownPassage[] PassagesIn(Reply reply) =>
    [
        .. reply.Quotes.Select(quote => quote.Passage).Distinct(StringComparer.Ordinal).Select(passage => new ShownPassage(
            passage,
            PassageId.TryParse(passage, out var id) && library.Find(id) is { } found
                ? found.Document.Effective.ToString("O", CultureInfo.InvariantCulture)
                : "",
            reply.Status.ToString())),
    ];

    /// <summary>The bot itself is among those who joined. An install sends two such activities; one welcome is enough.</summary>
    private static bool WasAdded(Activity activity) =>
        activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true;
}
