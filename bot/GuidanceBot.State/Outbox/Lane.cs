using System.Text.Json;
using GuidanceBot.State.Database;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Transactions;

namespace GuidanceBot.State.Outbox;

/// <summary>Delivers the replies of one conversation, one after the other. Exists while there are any.</summary>
internal sealed class Lane(Guid conversation, DeliveryTools tools, Func<Lane, bool, bool> tryEnd)
{
    /// <summary>A reply is not given up for its age before it was tried this often: a clock that jumps ages everything.</summary>
    private const int LeastTries = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public Guid Conversation => conversation;

    /// <summary>Replies came in since the lane looked last. Guarded by the owner's lock.</summary>
    public bool LookAgain { get; set; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <param name="known">The replies that wait, when nothing is before them; null to read them.</param>
    /// <param name="stopping">No further reply is begun.</param>
    public void Start(List<WaitingReply>? known, CancellationToken stopping) => Running = RunAsync(known, stopping);

    private async Task RunAsync(List<WaitingReply>? known, CancellationToken stopping)
    {
        await Task.Yield();     // the caller holds a lock
        var finished = false;
        try
        {
            do
            {
                await DeliverAllAsync(known, stopping);
                known = null;
            }
            while (!(finished = tryEnd(this, true)));
        }
        catch (Exception fault) when (stopping.IsCancellationRequested && fault is OperationCanceledException or ObjectDisposedException)
        {
            // The store keeps the rest, also where the program's services went before the lane could end.
        }
        catch (LaneTakenOverException)
        {
            // Another replica took this one for dead, and goes on.
        }
        catch (Exception fault)
        {
            // Found again at the next look for what nobody delivers.
            tools.Logger.LaneFailed(fault.GetType().FullName, fault.StackTrace);
        }
        finally
        {
            if (!finished)
            {
                tryEnd(this, false);
            }
        }
    }

    private async Task DeliverAllAsync(List<WaitingReply>? known, CancellationToken stopping)
    {
        while (true)
        {
            var waiting = known ?? await InsistAsync(token => tools.Store.WaitingAsync(conversation, token), stopping);
            known = null;
            if (waiting.Count == 0)
            {
                if (await InsistAsync(token => tools.Store.SettleAsync(conversation, token), stopping))
                {
                    return;
                }
            }

            foreach (var reply in waiting)
            {
                if (await DeliverAsync(reply, stopping))
                {
                    return;
                }
            }
        }
    }

    /// <returns>True when nothing is behind it, or the conversation has become another replica's.</returns>
    private async Task<bool> DeliverAsync(WaitingReply reply, CancellationToken stopping)
    {
        if (Open(reply) is not { } record)
        {
            return await GiveUpAsync(reply, 0, stopping);
        }

        while (true)
        {
            var (outcome, over) = await TryAsync(reply, record, stopping);
            switch (outcome.Result)
            {
                case SendResult.Accepted:
                    return over;
                case SendResult.Refused:
                    return await GiveUpAsync(reply, outcome.Status, stopping);
            }

            await InsistAsync(token => tools.Store.TriedAsync(conversation, reply, outcome.Status, token), stopping);
            reply = reply with { Tries = reply.Tries + 1 };
            if (reply.Tries >= LeastTries && tools.Time.GetUtcNow() - reply.At > tools.Options.GiveUpAfter)
            {
                return await GiveUpAsync(reply, outcome.Status, stopping);
            }

            tools.Meter.Retried(outcome.Status);
            await Task.Delay(BackOff.After(reply.Tries, tools.Options, outcome.RetryAfter, Random.Shared.NextDouble()), tools.Time, stopping);
            if (!await InsistAsync(token => tools.Store.IsMineAsync(conversation, token), stopping))
            {
                return true;
            }
        }
    }

    /// <summary>One call to the channel, and the record that it took the reply.</summary>
    /// <remarks>
    /// Both hold the same place among those that send: a kill between the two makes a second message, so no more replies are in
    /// between than <see cref="OutboxOptions.MaxSending"/>.
    /// </remarks>
    private async Task<(SendOutcome Outcome, bool Over)> TryAsync(WaitingReply reply, ReplyRecord record, CancellationToken stopping)
    {
        await tools.Sending.EnterAsync(stopping);
        var recorded = false;
        try
        {
            await WaitForLeaseAsync(stopping);
            var outcome = await SendAsync(record);
            if (outcome.Result != SendResult.Accepted)
            {
                return (outcome, false);
            }

            tools.Meter.Delivered(tools.Time.GetUtcNow() - reply.At);
            var over = await InsistAsync(token => tools.Store.DeliveredAsync(conversation, reply.Number, token), stopping);
            recorded = true;
            return (outcome, over);
        }
        finally
        {
            tools.Sending.Leave(recorded);
        }
    }

    private async Task WaitForLeaseAsync(CancellationToken stopping)
    {
        while (!tools.Replica.MayBeginSending)
        {
            await Task.Delay(LongestPause, tools.Time, stopping);
            if (tools.Replica.MayBeginSending && !await InsistAsync(token => tools.Store.IsMineAsync(conversation, token), stopping))
            {
                throw new LaneTakenOverException();
            }
        }

        stopping.ThrowIfCancellationRequested();
    }

    /// <summary>What is begun is not cancelled: nobody would know whether it arrived.</summary>
    private Task<SendOutcome> SendAsync(ReplyRecord record) => record.Kind switch
    {
        ReplyKind.Send => tools.Sender.SendAsync(record.To, record.Body, CancellationToken.None),
        ReplyKind.Update => tools.Sender.UpdateAsync(record.To, record.ActivityId!, record.Body, CancellationToken.None),
        ReplyKind.Delete => tools.Sender.DeleteAsync(record.To, record.ActivityId!, CancellationToken.None),
    };

    private ReplyRecord? Open(WaitingReply reply)
    {
        try
        {
            return ReplyRecord.Read(tools.Seal.Open(RecordKind.Reply, conversation, reply.Payload));
        }
        catch (Exception fault) when (fault is UnreadableRecordException or JsonException)
        {
            tools.Logger.RecordUnreadable(RecordKind.Reply, conversation);
            return null;
        }
    }

    private Task<bool> GiveUpAsync(WaitingReply reply, int status, CancellationToken stopping)
    {
        tools.Meter.GivenUp(status);
        tools.Logger.ReplyGivenUp(status, reply.Tries);
        return InsistAsync(token => tools.Store.GivenUpAsync(conversation, reply, status, token), stopping);
    }

    private Task<bool> InsistAsync(Func<CancellationToken, Task> work, CancellationToken stopping) => InsistAsync(
        async token =>
        {
            await work(token);
            return true;
        },
        stopping);

    /// <summary>Tries until the store takes it. What it is told has happened, and cannot be undone.</summary>
    private async Task<T> InsistAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await work(CancellationToken.None);
            }
            catch (Exception fault) when (fault is StateUnavailableException or StateConflictException)
            {
                await Task.Delay(pause, tools.Time, stopping);
            }
        }
    }
}

/// <summary>Another replica delivers to the conversation now.</summary>
internal sealed class LaneTakenOverException() : Exception("Another replica delivers to the conversation now.");
