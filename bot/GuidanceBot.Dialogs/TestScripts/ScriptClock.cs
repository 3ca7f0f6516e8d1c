namespace GuidanceBot.Dialogs.TestScripts;

/// <summary>A clock that a script can set on.</summary>
internal sealed class ScriptClock(TimeProvider basis) : TimeProvider
{
    private TimeSpan _ahead;

    public override TimeZoneInfo LocalTimeZone => basis.LocalTimeZone;

    public void Advance(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => basis.GetUtcNow() + _ahead;
}
