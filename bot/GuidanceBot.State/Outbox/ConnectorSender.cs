using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;
using Polly.Timeout;

namespace GuidanceBot.State.Outbox;

/// <summary>Sends through the channel's connector, which tries again by itself what it knows to be safe.</summary>
internal sealed class ConnectorSender(ConnectorClient connector) : IReplySender
{
    public Task<SendOutcome> SendAsync(ConversationReference address, byte[] body, CancellationToken cancellationToken) =>
        OutcomeOfAsync(connector.SendActivityAsync(address, OutgoingActivity.FromWritten(body), cancellationToken));

    public Task<SendOutcome> UpdateAsync(ConversationReference address, string activityId, byte[] body, CancellationToken cancellationToken) =>
        OutcomeOfAsync(connector.UpdateActivityAsync(address, activityId, OutgoingActivity.FromWritten(body), cancellationToken));

    public Task<SendOutcome> DeleteAsync(ConversationReference address, string activityId, CancellationToken cancellationToken) =>
        OutcomeOfAsync(connector.DeleteActivityAsync(address, activityId, cancellationToken));

    private static async Task<SendOutcome> OutcomeOfAsync(Task call)
    {
        try
        {
            await call;
            return SendOutcome.Of(200);
        }
        catch (ConnectorException refused) when (refused.StatusCode is { } status)
        {
            return SendOutcome.Of((int)status);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException or IOException)
        {
            return new SendOutcome(SendResult.TryAgain, 0);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // An address that nothing may be sent to: unproven, or without a conversation.
            return new SendOutcome(SendResult.Refused, 0);
        }
    }
}
