namespace GuidanceBot.Protocol.Receiving;

/// <summary>One activity on its way through the handler. Whatever goes wrong stays within.</summary>
internal sealed class Turn(TurnContext context, ITurnHandler handler, TurnClock clock, TimeSpan time, ILogger logger)
{
    private const int Waiting = 0;
    private const int Running = 1;
    private const int Abandoned = 2;

    /// <summary>What a cancelled turn is given to come to an end before its caller is answered without it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly long _arrived = clock.Time.GetTimestamp();
    private TaskCompletionSource? _done;
    private int _state;

    public TurnContext Context => context;

    public ConversationLanes.Lane? Lane { get; set; }

    /// <summary>How it ended; read it when the turn is over.</summary>
    public TurnOutcome Outcome { get; private set; } = TurnOutcome.NotRun;

    /// <summary>Call before the turn is taken on, when somebody will wait for it with <see cref="WaitAsync"/>.</summary>
    public void WillBeAwaited() => _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until the turn is over. One that has not begun by then is given up and will not run.</summary>
    /// <returns>How it ended; <see cref="TurnOutcome.OutOfTime"/> as well when it has begun and does not heed its cancellation.</returns>
    public async Task<TurnOutcome> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        if (await EndsWithinAsync(longest, cancellationToken)
            || Interlocked.CompareExchange(ref _state, Abandoned, Waiting) == Waiting
            || await EndsWithinAsync(Grace, CancellationToken.None))
        {
            return Outcome;
        }

        return TurnOutcome.OutOfTime;
    }

    /// <summary>Runs the handler, if nobody has given the turn up.</summary>
    public async Task RunAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Running, Waiting) == Waiting)
        {
            using var limit = clock.Start(TimeLeft);
            Outcome = await RunHandlerAsync(limit.Token);
        }

        _done?.TrySetResult();
    }

    /// <summary>An invoke's time runs from its arrival, because somebody watches; that of other turns from their beginning.</summary>
    private TimeSpan TimeLeft
    {
        get
        {
            var left = context.Activity.IsInvoke ? time - clock.Time.GetElapsedTime(_arrived) : time;
            return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
        }
    }

    private async Task<bool> EndsWithinAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await _done!.Task.WaitAsync(longest, clock.Time, cancellationToken);
            return true;
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The protocol's last boundary: a fault is logged without its words, which may be a person's.</summary>
    private async Task<TurnOutcome> RunHandlerAsync(CancellationToken cancellationToken)
    {
        try
        {
            await handler.OnTurnAsync(context, cancellationToken);
            return TurnOutcome.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.TurnCancelled(context.Activity.IsInvoke, clock.IsStopping);
            return TurnOutcome.OutOfTime;
        }
        catch (Exception fault)
        {
            logger.TurnFailed(fault.GetType().FullName, fault.StackTrace);
            return TurnOutcome.Failed;
        }
    }
}

internal enum TurnOutcome
{
    /// <summary>It has not begun, and if it was given up it never will.</summary>
    NotRun,
    Done,
    OutOfTime,
    Failed,
}
