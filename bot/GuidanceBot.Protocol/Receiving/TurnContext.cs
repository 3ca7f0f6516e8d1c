using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>One activity and the ways to answer it.</summary>
/// <param name="activity">What arrived.</param>
/// <param name="reference">Where replies go, and whether that address was proven.</param>
/// <param name="replies">What carries the replies.</param>
public sealed class TurnContext(Activity activity, ConversationReference reference, IReplyChannel replies)
{
    public Activity Activity { get; } = activity;

    /// <summary>Keep this to write to the conversation later.</summary>
    public ConversationReference Reference { get; } = reference;

    /// <summary>The answer to an invoke. Left null, the channel is told that nobody answers it (501).</summary>
    public InvokeResponse? InvokeResponse { get; set; }

    /// <summary>False when the replies are the HTTP answer: then updates and deletions do nothing, so send anew instead.</summary>
    public bool CanUpdate => replies.CanUpdate;

    /// <summary>How many activities this turn has sent, typing not counted.</summary>
    public int Responded { get; private set; }

    /// <summary>Sends one activity in reply. Await each: the order of awaiting is the order in the chat.</summary>
    /// <exception cref="HttpRequestException">The channel could not be reached or refused; what was safe to retry has been.</exception>
    public Task<ResourceResponse> SendActivityAsync(OutgoingActivity reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Type != ActivityTypes.Typing)
        {
            Responded++;
        }

        return replies.SendAsync(reply, cancellationToken);
    }

    /// <summary>Sends a message of Markdown text in reply.</summary>
    public Task<ResourceResponse> SendActivityAsync(string text, CancellationToken cancellationToken) =>
        SendActivityAsync(Activity.CreateReply(text), cancellationToken);

    /// <summary>Shows for about three seconds that the bot is at work.</summary>
    public Task SendTypingAsync(CancellationToken cancellationToken) =>
        SendActivityAsync(OutgoingActivity.Typing, cancellationToken);

    /// <summary>Replaces something the bot sent before.</summary>
    public Task UpdateActivityAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        ArgumentNullException.ThrowIfNull(activity);
        return replies.UpdateAsync(activityId, activity, cancellationToken);
    }

    /// <summary>Takes back something the bot sent before.</summary>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        return replies.DeleteAsync(activityId, cancellationToken);
    }
}
