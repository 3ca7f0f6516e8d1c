using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>Sends the replies of a turn through the channel's connector.</summary>
internal sealed class ConnectorReplies(ConnectorClient connector, ConversationReference reference) : IReplyChannel
{
    public bool CanUpdate => true;

    public Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken) =>
        connector.SendActivityAsync(reference, activity, cancellationToken);

    public Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken) =>
        connector.UpdateActivityAsync(reference, activityId, activity, cancellationToken);

    public Task DeleteAsync(string activityId, CancellationToken cancellationToken) =>
        connector.DeleteActivityAsync(reference, activityId, cancellationToken);
}
