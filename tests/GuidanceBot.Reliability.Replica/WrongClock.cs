namespace GuidanceBot.Reliability.Replica;

/// <summary>A clock that is wrong by some time, as on a machine whose clock was set wrong.</summary>
internal sealed class WrongClock(TimeSpan off) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + off;
}
