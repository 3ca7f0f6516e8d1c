using GuidanceBot.State.Database;
using GuidanceBot.State.Transactions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Outbox;

/// <summary>Delivers what is in the outbox: what this replica's turns put there, at once; what others left, when they are gone.</summary>
/// <remarks>It stops after everything else has stopped, so that the last turns' replies still go out.</remarks>
internal sealed class Delivery(
    DeliveryTools tools, TurnStore turns, Replica replica, IOptions<StateOptions> options, TimeProvider time, ILogger<Delivery> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>What a call to the channel that is under way is given to end, when the program stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>What replies that are not out yet are given, when the program stops.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(3);

    /// <summary>How old the figure for operators may be.</summary>
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(15);

    private readonly OutboxOptions _options = options.Value.Outbox;
    private readonly Dictionary<Guid, Lane> _lanes = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task _loops = Task.CompletedTask;

    /// <summary>How many conversations this replica delivers to now.</summary>
    public int Count
    {
        get
        {
            lock (_lanes)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>Ends when the program stops or is disposed of.</summary>
    internal Task Ended => _loops;

    /// <summary>Whether this replica may take another conversation on.</summary>
    public bool HasRoom => !_stopping.IsCancellationRequested && Count < _options.MaxConversations;

    /// <summary>Delivers a turn's replies, if that is for this replica to do.</summary>
    public void Deliver(Guid conversation, CommittedTurn turn, IReadOnlyList<byte[]> replies)
    {
        if (replies.Count > 0 && turn.DeliversHere)
        {
            var now = time.GetUtcNow();
            Begin(conversation, turn.NothingBefore
                ? [.. replies.Select((payload, index) => new WaitingReply(turn.FirstNumber + index, payload, 0, now))]
                : null);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await replica.GiveSignAsync(cancellationToken);
        // The first time takes long, and a reply that is taken should be recorded at once.
        await turns.WarmUpAsync(cancellationToken);
        await tools.Store.DeliveredAsync(Guid.Empty, 0, cancellationToken);
        await tools.Store.WaitingAsync(Guid.Empty, cancellationToken);
        _loops = Task.WhenAll(RepeatAsync(replica.SignEvery, replica.GiveSignAsync), RepeatAsync(_options.LookEvery, TakeOverAsync), RepeatAsync(CountEvery, CountAsync));
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            // What waits for another try is left to others; what only waits for its place goes out.
            await EndsWithinAsync(DrainTime, cancellationToken);
            await _stopping.CancelAsync();
            await _loops;
            if (await EndsWithinAsync(Grace, cancellationToken))
            {
                await replica.LeaveAsync(cancellationToken);
                return;
            }

            logger.DeliveryCutShort("a call to the channel does not end");
        }
        catch (Exception fault) when (fault is StateUnavailableException or StateConflictException)
        {
            // Others deliver the rest when this replica's last sign of life is old.
            logger.DeliveryCutShort(fault.Message);
        }
    }

    private async Task<bool> EndsWithinAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        Task[] running;
        lock (_lanes)
        {
            running = [.. _lanes.Values.Select(lane => lane.Running)];
        }

        try
        {
            await Task.WhenAll(running).WaitAsync(longest, time, cancellationToken);
            return true;
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // A host that is disposed of without being stopped must not leave the loops behind.
        if (!_stopping.IsCancellationRequested)
        {
            _stopping.Cancel();
        }

        _stopping.Dispose();
    }

    private async Task CountAsync(CancellationToken cancellationToken) =>
        tools.Meter.Waiting(await tools.Store.CountWaitingAsync(cancellationToken));

    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        Guid[] mine;
        lock (_lanes)
        {
            mine = [.. _lanes.Keys];
        }

        if (mine.Length < _options.MaxConversations && replica.MayBeginSending)
        {
            foreach (var conversation in await replica.TakeOverAsync(_options.MaxConversations - mine.Length, mine, cancellationToken))
            {
                Begin(conversation, null);
            }
        }
    }

    private void Begin(Guid conversation, List<WaitingReply>? known)
    {
        lock (_lanes)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;     // it stays in the store
            }

            if (_lanes.TryGetValue(conversation, out var lane))
            {
                lane.LookAgain = true;
                return;
            }

            lane = new Lane(conversation, tools, TryEnd);
            _lanes.Add(conversation, lane);
            lane.Start(known, _stopping.Token);
        }
    }

    private bool TryEnd(Lane lane, bool finished)
    {
        lock (_lanes)
        {
            if (finished && lane.LookAgain)
            {
                lane.LookAgain = false;
                return false;
            }

            _lanes.Remove(lane.Conversation);
            return true;
        }
    }

    private async Task RepeatAsync(TimeSpan every, Func<CancellationToken, Task> work)
    {
        var stopping = _stopping.Token;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(every, time, stopping);
                await work(stopping);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A loop that ends would stop delivery without a word; the next round may be better.
                logger.OutboxRoundFailed(fault.GetType().Name, (fault as StateUnavailableException)?.Message);
            }
        }
    }
}
