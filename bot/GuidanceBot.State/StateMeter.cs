using System.Diagnostics.Metrics;

namespace GuidanceBot.State;

/// <summary>What the store counts: meter <c>GuidanceBot.State</c>. Statuses and durations only.</summary>
internal sealed class StateMeter
{
    public const string Name = "GuidanceBot.State";

    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _repeats;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _givenUp;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _withoutStore;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _deleted;
    private readonly Histogram<double> _delivery;
    private int _waiting;

    public StateMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _conflicts = meter.CreateCounter<long>("state.turn.conflicts", description: "Turns done again because another was faster");
        _repeats = meter.CreateCounter<long>("state.turn.repeats", description: "Activities that came again");
        _withoutStore = meter.CreateCounter<long>("state.turn.without_store", description: "Turns answered without memory");
        _refused = meter.CreateCounter<long>("state.turn.refused", description: "Turns refused because of too much at once");
        _retries = meter.CreateCounter<long>("state.outbox.retries", description: "Tries to deliver that failed");
        _givenUp = meter.CreateCounter<long>("state.outbox.given_up", description: "Replies that will never be delivered");
        _delivery = meter.CreateHistogram<double>("state.outbox.delivery", "s", "From a turn's commit to the channel's acceptance");
        meter.CreateObservableGauge("state.outbox.waiting", () => Volatile.Read(ref _waiting), description: "Replies that wait in the store, over all replicas");
        _unreadable = meter.CreateCounter<long>("state.records.unreadable", description: "Records set aside because they could not be read");
        _deleted = meter.CreateCounter<long>("state.records.deleted", description: "Records past their lifetime that were deleted");
    }

    public void Conflict() => _conflicts.Add(1);

    public void Repeat() => _repeats.Add(1);

    public void WithoutStore() => _withoutStore.Add(1);

    public void Refused(string reason) => _refused.Add(1, KeyValuePair.Create<string, object?>("reason", reason));

    public void Retried(int status) => _retries.Add(1, KeyValuePair.Create<string, object?>("status", status));

    public void GivenUp(int status) => _givenUp.Add(1, KeyValuePair.Create<string, object?>("status", status));

    public void Delivered(TimeSpan after) => _delivery.Record(after.TotalSeconds);

    public void Waiting(int replies) => Volatile.Write(ref _waiting, replies);

    public void Unreadable(string kind) => _unreadable.Add(1, KeyValuePair.Create<string, object?>("kind", kind));

    public void Deleted(string kind, long count) => _deleted.Add(count, KeyValuePair.Create<string, object?>("kind", kind));
}
