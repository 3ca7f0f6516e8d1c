using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Database;
using GuidanceBot.State.Outbox;
using GuidanceBot.State.Shedding;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Transactions;

/// <summary>Puts a turn into one transaction: what it remembers, that its activity is done, and what it replies, or none of it.</summary>
/// <remarks>
/// Turns of a conversation on several replicas do not wait for each other: each reads, works and writes on what it read; the one that
/// comes second does its work again on what the first wrote. So a turn may run more than once and only its last run counts: it
/// must act through the store and its replies alone. See bot/decisions/0101-state-one-transaction-a-turn.md.
/// </remarks>
internal sealed class DurableTurn(
    ITurnHandler inner,
    TurnStore store,
    TurnRecords records,
    Delivery delivery,
    TurnGate gate,
    WithoutStore withoutStore,
    StateMeter meter,
    IOptions<StateOptions> options,
    TimeProvider time,
    ILogger<DurableTurn> logger) : IDurableTurnHandler
{
    /// <summary>With a few replicas, each of which runs one turn of a conversation at a time, more than a handful never happens.</summary>
    private const int MostConflicts = 50;

    private static readonly TimeSpan LongestConflictPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan OutagePause = TimeSpan.FromMilliseconds(200);

    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        using var place = await gate.EnterAsync(context.Activity, cancellationToken);
        if (place.Refusal is { } refusal)
        {
            await gate.SayAsync(refusal, context, cancellationToken);
            return;
        }

        var began = time.GetTimestamp();
        for (var conflicts = 0; ;)
        {
            try
            {
                await TryAsync(context, cancellationToken);
                withoutStore.StoreIsBack();
                return;
            }
            catch (StateConflictException) when (++conflicts < MostConflicts)
            {
                meter.Conflict();
                await Task.Delay(LongestConflictPause * Random.Shared.NextDouble(), time, cancellationToken);
            }
            catch (StateUnavailableException outage)
            {
                if (outage.MayPass && !withoutStore.StoreIsKnownToBeAway && time.GetElapsedTime(began) < options.Value.Patience)
                {
                    await Task.Delay(OutagePause, time, cancellationToken);
                    continue;
                }

                await withoutStore.AnswerAsync(inner, context, outage, cancellationToken);
                return;
            }
        }
    }

    private async Task TryAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var keys = records.KeysOf(context.Activity);
        var loaded = await store.BeginAsync(keys, cancellationToken);
        if (loaded.IsDone)
        {
            meter.Repeat();
            logger.Repeated();
            await records.RepeatAsync(keys, loaded.Answer, context, cancellationToken);
            return;
        }

        var unit = new TurnUnit(keys, loaded);
        var replies = new CapturedReplies(context);
        var inside = new TurnContext(context.Activity, context.Reference, replies);
        using (CurrentTurn.Enter(unit))
        {
            await inner.OnTurnAsync(inside, cancellationToken);
        }

        if (unit.IsUnchanged && replies.All.Count == 0 && inside.InvokeResponse is null)
        {
            return;     // an event that is nothing to us
        }

        var ending = records.End(unit, context, inside, replies.All, delivery.HasRoom);
        var committed = await store.CommitAsync(unit, ending, cancellationToken);
        delivery.Deliver(keys.Conversation, committed, ending.Replies);
        context.InvokeResponse = inside.InvokeResponse;
        if (context.Activity.ExpectsReplies)
        {
            foreach (var reply in replies.All)
            {
                if (reply is { Kind: ReplyKind.Send, Activity: { } activity })
                {
                    await context.SendActivityAsync(activity, cancellationToken);
                }
            }
        }

        if (unit.Forgets)
        {
            await records.EraseAsync(cancellationToken);
        }
    }
}
