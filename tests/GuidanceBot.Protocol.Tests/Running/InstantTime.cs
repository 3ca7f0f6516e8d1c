using GuidanceBot.Protocol.Connector;

namespace GuidanceBot.Protocol.Tests.Running;

/// <summary>A clock on which every wait is over at once and is noted down; the time of a try never is up, unless asked for.</summary>
internal sealed class InstantTime : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];
    private readonly DateTimeOffset _now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    /// <summary>What was waited for, but for the time of tries.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_waits)
            {
                return [.. _waits];
            }
        }
    }

    /// <summary>When this is over, the try that is begun next is out of time.</summary>
    public Task? NextTryEndsAfter { get; set; }

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <returns>When a timer that was set to this is to go off; null for never.</returns>
    private Task? EndOf(TimeSpan wait)
    {
        if (wait == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        if (wait == CallRetries.TryTime)
        {
            var end = NextTryEndsAfter;
            NextTryEndsAfter = null;
            return end;
        }

        lock (_waits)
        {
            _waits.Add(wait);
        }

        return Task.CompletedTask;
    }

    private sealed class Timer(InstantTime time, TimerCallback callback, object? state) : ITimer
    {
        private int _over;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.EndOf(dueTime)?.ContinueWith(_ => GoOff(), TaskScheduler.Default);
            return true;
        }

        public void Dispose() => Interlocked.Exchange(ref _over, 1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void GoOff()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
            {
                callback(state);
            }
        }
    }
}
