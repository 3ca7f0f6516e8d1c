namespace GuidanceBot.Protocol.Receiving;

/// <summary>Ends turns that take too long, and all of them when the program must end.</summary>
internal sealed class TurnClock(TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public TimeProvider Time => time;

    public bool IsStopping => _stop.IsCancellationRequested;

    public Task StopAsync() => _stop.CancelAsync();

    public Limit Start(TimeSpan longest) => new(longest, time, _stop.Token);

    public void Dispose() => _stop.Dispose();

    /// <summary>One turn's time.</summary>
    internal sealed class Limit : IDisposable
    {
        private readonly CancellationTokenSource _source;
        private readonly CancellationTokenRegistration _registration;

        public Limit(TimeSpan longest, TimeProvider time, CancellationToken stop)
        {
            _source = new CancellationTokenSource(longest, time);
            _registration = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        }

        public CancellationToken Token => _source.Token;

        public void Dispose()
        {
            _registration.Dispose();
            _source.Dispose();
        }
    }
}
