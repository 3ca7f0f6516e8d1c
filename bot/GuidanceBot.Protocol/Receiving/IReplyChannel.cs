using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>Where a turn's replies go: to the channel's connector, into the HTTP answer, or into a terminal.</summary>
public interface IReplyChannel
{
    /// <summary>False where what was sent cannot be changed any more, and updates and deletions do nothing.</summary>
    bool CanUpdate { get; }

    /// <returns>The id the channel gave the activity; empty when it gives none.</returns>
    Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken);

    /// <summary>Replaces something sent before.</summary>
    Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken);

    /// <summary>Takes back something sent before.</summary>
    Task DeleteAsync(string activityId, CancellationToken cancellationToken);
}
