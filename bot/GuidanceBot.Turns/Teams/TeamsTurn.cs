using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>What the bot does with an activity: a message gets a turn, a new conversation a welcome, an uninstall forgets.</summary>
public sealed class TeamsTurn(TurnBoundary turn, IConversations conversations, BotWording wording) : ITurnHandler
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
                await context.SendActivityAsync(TeamsMessage.From(reply, activity), cancellationToken);
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
                break;
        }
    }

    /// <summary>The bot itself is among those who joined. An install sends two such activities; one welcome is enough.</summary>
    private static bool WasAdded(Activity activity) =>
        activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true;
}
