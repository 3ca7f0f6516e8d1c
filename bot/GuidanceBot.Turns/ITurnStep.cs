namespace GuidanceBot.Turns;

/// <summary>One way to reply to a message. The steps are tried in the order they are registered.</summary>
public interface ITurnStep
{
    /// <returns>The reply, or null to leave the message to the next step.</returns>
    ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken);
}
