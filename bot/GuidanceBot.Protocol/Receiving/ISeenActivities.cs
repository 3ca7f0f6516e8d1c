namespace GuidanceBot.Protocol.Receiving;

/// <summary>Remembers which activities were taken on, so that each is acted on once though channels send again.</summary>
/// <remarks>Safe to call from many requests at once. Register your own before <c>AddProtocol</c> to keep it in a store.</remarks>
public interface ISeenActivities
{
    /// <returns>False when the activity was taken on before.</returns>
    ValueTask<bool> TryAddAsync(ActivityKey key, CancellationToken cancellationToken);

    /// <summary>Takes it back: the activity could not be taken on, and may come again.</summary>
    ValueTask RemoveAsync(ActivityKey key, CancellationToken cancellationToken);
}

/// <summary>What makes an activity the same as another.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ActivityId">The channel's id of the activity.</param>
/// <param name="Change">
/// Empty, but for edits, deletions and reactions: those carry the id of the message that they are about, so what happened and when
/// is a part of their identity.
/// </param>
public readonly record struct ActivityKey(string ChannelId, string ConversationId, string ActivityId, string Change);
