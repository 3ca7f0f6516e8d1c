using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.State.Outbox;

/// <summary>The way to the channel, as the outbox needs it: one try a call.</summary>
public interface IReplySender
{
    /// <summary>Says it, in reply to the reference's activity or as a message of its own.</summary>
    Task<SendOutcome> SendAsync(ConversationReference address, byte[] body, CancellationToken cancellationToken);

    /// <summary>Replaces something that was said.</summary>
    Task<SendOutcome> UpdateAsync(ConversationReference address, string activityId, byte[] body, CancellationToken cancellationToken);

    /// <summary>Takes something back.</summary>
    Task<SendOutcome> DeleteAsync(ConversationReference address, string activityId, CancellationToken cancellationToken);
}

/// <summary>What the channel made of one try.</summary>
/// <param name="Result">Whether it took it, and if not whether to try again.</param>
/// <param name="Status">Its HTTP status; 0 when it gave none.</param>
/// <param name="RetryAfter">When it asked to wait.</param>
public readonly record struct SendOutcome(SendResult Result, int Status, TimeSpan? RetryAfter = null)
{
    /// <summary>Reads an HTTP status of Teams' connector.</summary>
    /// <remarks>
    /// 400, 403, 404 and 413 say that this reply can never be taken. Everything else may pass. Teams lists 500 as not to be
    /// retried; it is all the same here, because a reply that is lost is worse than one that is late.
    /// </remarks>
    public static SendOutcome Of(int status, TimeSpan? retryAfter = null) => new(
        status switch
        {
            >= 200 and < 300 => SendResult.Accepted,
            400 or 403 or 404 or 405 or 410 or 413 or 415 => SendResult.Refused,
            _ => SendResult.TryAgain,
        },
        status,
        retryAfter);
}

/// <summary>Whether the channel took a reply.</summary>
public enum SendResult
{
    Accepted,

    /// <summary>Not now, or nobody knows: an answer that did not come may have been a yes.</summary>
    TryAgain,

    /// <summary>Never.</summary>
    Refused,
}
