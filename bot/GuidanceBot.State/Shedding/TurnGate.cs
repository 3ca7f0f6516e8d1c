using System.Threading.RateLimiting;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Turns.Keeping;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Shedding;

/// <summary>Lets in as many turns as can be done, and says so to the others.</summary>
/// <remarks>
/// Only messages are counted: a person's pace, and how many run at once. A refusal is a reply, not an error: the person reads that
/// the message was not dealt with and what to do if somebody is in danger. The person's limits are this replica's.
/// </remarks>
internal sealed class TurnGate : IDisposable
{
    private readonly IRefusals _refusals;
    private readonly StateMeter _meter;
    private readonly PartitionedRateLimiter<PersonKey> _people;
    private readonly ConcurrencyLimiter _running;

    public TurnGate(IRefusals refusals, StateMeter meter, IOptions<LimitsOptions> options)
    {
        (_refusals, _meter) = (refusals, meter);
        var limits = options.Value;
        _people = PartitionedRateLimiter.Create<PersonKey, PersonKey>(person => RateLimitPartition.GetTokenBucketLimiter(
            person,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.PersonBurst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = limits.PersonPace,
                QueueLimit = 0,
            }));
        _running = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.MaxRunning,
            QueueLimit = limits.MaxWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Waits for a place to run. Dispose what it returns when the turn is over.</summary>
    public async ValueTask<Place> EnterAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Message && PersonKey.Of(activity) is { } person)
        {
            using var pace = _people.AttemptAcquire(person);
            if (!pace.IsAcquired)
            {
                return new Place(null, Refusal.TooFast);
            }
        }

        var lease = await _running.AcquireAsync(1, cancellationToken);
        return lease.IsAcquired ? new Place(lease, null) : new Place(lease, Refusal.TooBusy);
    }

    /// <summary>Tells the person, by the way that needs neither a store nor a place.</summary>
    public async Task SayAsync(Refusal refusal, TurnContext context, CancellationToken cancellationToken)
    {
        _meter.Refused(refusal.ToString());
        if (context.Activity.Type == ActivityTypes.Message)
        {
            await context.SendActivityAsync(_refusals.Say(refusal, context.Activity), cancellationToken);
        }
    }

    public void Dispose()
    {
        _people.Dispose();
        _running.Dispose();
    }

    internal readonly struct Place(RateLimitLease? lease, Refusal? refusal) : IDisposable
    {
        public Refusal? Refusal => refusal;

        public void Dispose() => lease?.Dispose();
    }
}
