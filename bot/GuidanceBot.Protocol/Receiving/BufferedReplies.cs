using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>Keeps the replies of a turn for the HTTP answer (<c>deliveryMode: expectReplies</c>). Nothing is sent (rule A3113).</summary>
internal sealed class BufferedReplies : IReplyChannel
{
    private readonly List<OutgoingActivity> _sent = new(2);

    public bool CanUpdate => false;

    public IReadOnlyList<OutgoingActivity> Sent => _sent;

    public Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken)
    {
        _sent.Add(activity);
        return Sentinel;
    }

    public Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DeleteAsync(string activityId, CancellationToken cancellationToken) => Task.CompletedTask;

    private static readonly Task<ResourceResponse> Sentinel = Task.FromResult(ResourceResponse.WithoutId);
}
