namespace GuidanceBot.Host.CommandLine;

/// <summary>A clock that stands at the moment asked about, so that an answer does not change with the hour it is asked for.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
