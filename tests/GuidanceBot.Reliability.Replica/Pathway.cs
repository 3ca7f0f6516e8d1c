using System.Text;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.Reliability.Replica;

/// <summary>Each message is an answer; it is kept twice, and the reply says all that were kept so far.</summary>
internal sealed class Pathway(IConversations conversations, IDrafts drafts) : ITurnHandler
{
    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        var person = PersonKey.Of(activity)!;
        var key = $"{activity.ChannelId}|{activity.Conversation.Id}";
        var draft = await drafts.GetAsync(person, "pathway", cancellationToken);
        var conversation = await conversations.GetAsync(key, cancellationToken);

        var inDraft = draft is null ? activity.Text! : $"{Encoding.UTF8.GetString(draft)} {activity.Text}";
        conversation.LastSuggestions = [.. conversation.LastSuggestions, activity.Text!];
        var inConversation = string.Join(' ', conversation.LastSuggestions);

        await drafts.SaveAsync(person, "pathway", Encoding.UTF8.GetBytes(inDraft), cancellationToken);
        await conversations.SaveAsync(key, conversation, cancellationToken);
        await context.SendActivityAsync(
            inDraft == inConversation ? inDraft : $"the draft has '{inDraft}', the conversation '{inConversation}'", cancellationToken);
    }
}
