using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Safety.PersonalData;

namespace GuidanceBot.Turns.Teams;

/// <summary>Answers what Teams asks and waits for: a pressed button, a search from the compose box, thumbs under an answer.</summary>
/// <remarks>What is not known here is left unanswered, and the channel is told so (501).</remarks>
public sealed class TeamsInvokes(CardPresses presses, MessageExtension extension, FileConsents files, IConversations conversations, IFeedback feedback)
{
    private const string Like = "like";

    /// <summary>Takes words as a message of the conversation and replies.</summary>
    public delegate Task Say(TurnContext context, string key, Conversation conversation, string words, CancellationToken cancellationToken);

    public async Task AnswerAsync(TurnContext context, string key, Say say, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        var conversation = await conversations.GetAsync(key, cancellationToken);
        context.InvokeResponse = activity.Name switch
        {
            InvokeNames.AdaptiveCardAction => await PressAsync(context, key, conversation, say, cancellationToken),
            InvokeNames.ComposeExtensionQuery => await extension.QueryAsync(activity, conversation.Person, cancellationToken),
            InvokeNames.ComposeExtensionFetchTask => await extension.CheckAsync(activity, conversation.Person, cancellationToken),
            InvokeNames.ComposeExtensionSubmitAction => InvokeResponse.EmptyObject,
            InvokeNames.FileConsent => await files.AnswerAsync(context, conversation, cancellationToken),
            InvokeNames.MessageSubmitAction => await KeepAsync(activity, key, conversation, cancellationToken),
            _ => null,
        };
    }

    /// <summary>A thumb as a reaction says what the one under the answer says.</summary>
    public async Task KeepReactionsAsync(Activity activity, string key, CancellationToken cancellationToken)
    {
        if (activity.ReactionsAdded?.Any(reaction => reaction.Type == Like) == true)
        {
            var conversation = await conversations.GetAsync(key, cancellationToken);
            await feedback.AddAsync(key, PersonKey.Of(activity), new Feedback(Like, "", Passages(conversation)), cancellationToken);
        }
    }

    private async Task<InvokeResponse> PressAsync(TurnContext context, string key, Conversation conversation, Say say, CancellationToken cancellationToken)
    {
        if (CardPress.Read(context.Activity.Value) is not { } press)
        {
            return presses.Unreadable();
        }

        var asked = conversation.OpenCard;
        if (presses.Refuse(press, conversation) is { } refused)
        {
            return refused;
        }

        await say(context, key, conversation, press.Words, cancellationToken);
        return presses.Accept(press, asked);
    }

    /// <summary>Words that may name somebody are not kept; the thumb is.</summary>
    private async Task<InvokeResponse> KeepAsync(Activity activity, string key, Conversation conversation, CancellationToken cancellationToken)
    {
        if (MessageFeedback.Read(activity.Value) is { Reaction: Like or "dislike" } said)
        {
            var words = PersonalDataCheck.Find(said.Text).Count > 0 ? "" : MessageText.Clean(said.Text);
            await feedback.AddAsync(key, PersonKey.Of(activity), new Feedback(said.Reaction, words, Passages(conversation)), cancellationToken);
        }

        return InvokeResponse.EmptyObject;
    }

    private static string[] Passages(Conversation conversation) => [.. conversation.LastPassages.Select(passage => passage.ToString())];
}
