using System.Globalization;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>What the bot does with an activity: a message gets a turn, a new conversation a welcome, an uninstall forgets.</summary>
public sealed class TeamsTurn(
    TurnBoundary turn, IConversations conversations, IShownGuidance shown, IForgetting forgetting, GuidanceLibrary library, BotWording wording)
    : ITurnHandler
{
    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        var key = $"{activity.ChannelId}|{activity.Conversation.Id}";
        switch (activity.Type)
        {
            case ActivityTypes.Message:
                var conversation = await conversations.GetAsync(key, cancellationToken);
                var reply = await turn.ReplyToAsync(activity.TextForBot, conversation, cancellationToken);
                await conversations.SaveAsync(key, conversation, cancellationToken);
                if (conversation.LostItsPlace)
                {
                    await context.SendActivityAsync(wording.Say("LostItsPlace"), cancellationToken);
                }

                await context.SendActivityAsync(TeamsMessage.From(reply, activity), cancellationToken);
                await shown.AddAsync(key, PersonKey.Of(activity), PassagesIn(reply), cancellationToken);
                break;

            case ActivityTypes.ConversationUpdate when WasAdded(activity):
                var known = await conversations.GetAsync(key, cancellationToken);
                if (!known.Welcomed)
                {
                    known.Welcomed = true;
                    await conversations.SaveAsync(key, known, cancellationToken);
                    await context.SendActivityAsync(wording.Say("Welcome"), cancellationToken);
                }

                break;

            case ActivityTypes.InstallationUpdate when activity.Action is { } action && action.StartsWith("remove", StringComparison.Ordinal):
                await conversations.ForgetAsync(key, cancellationToken);
                if (PersonKey.Of(activity) is { } person && activity.Conversation.ConversationType is null or ConversationTypes.Personal)
                {
                    await forgetting.ForgetAsync(person, cancellationToken);
                }

                break;
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
