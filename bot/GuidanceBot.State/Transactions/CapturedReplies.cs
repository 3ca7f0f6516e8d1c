using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;

namespace GuidanceBot.State.Transactions;

/// <summary>Holds a turn's replies back until the turn is committed. Typing goes out at once: it is true only now.</summary>
/// <remarks>An activity that was not sent yet has no id: a turn cannot replace or delete what it sends itself.</remarks>
internal sealed class CapturedReplies(TurnContext outside) : IReplyChannel
{
    private readonly List<CapturedReply> _captured = new(2);

    public bool CanUpdate => outside.CanUpdate;

    public IReadOnlyList<CapturedReply> All => _captured;

    public async Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Typing)
        {
            return await outside.SendActivityAsync(activity, cancellationToken);
        }

        _captured.Add(new CapturedReply(ReplyKind.Send, null, activity));
        return ResourceResponse.WithoutId;
    }

    public Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        _captured.Add(new CapturedReply(ReplyKind.Update, activityId, activity));
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string activityId, CancellationToken cancellationToken)
    {
        _captured.Add(new CapturedReply(ReplyKind.Delete, activityId, null));
        return Task.CompletedTask;
    }
}

/// <summary>Something a turn wants to be sent.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="ActivityId">What is replaced or deleted.</param>
/// <param name="Activity">What is said.</param>
internal sealed record CapturedReply(ReplyKind Kind, string? ActivityId, OutgoingActivity? Activity);

/// <summary>What the channel is asked to do.</summary>
internal enum ReplyKind
{
    Send,
    Update,
    Delete,
}
