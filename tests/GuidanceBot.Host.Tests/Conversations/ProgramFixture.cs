using GuidanceBot.Host.CommandLine;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.Tests.Conversations;

/// <summary>The whole program with the shipped guidance, put together once for a class of tests.</summary>
public sealed class ProgramFixture : IAsyncLifetime
{
    private Composition? _program;

    internal AdjustableClock Clock { get; } = new();

    internal TurnBoundary Turn => _program!.Turn;

    internal T Get<T>()
        where T : notnull => _program!.Get<T>();

    public ValueTask InitializeAsync()
    {
        _program = Composition.ForTerminal(Clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }
    }
}

/// <summary>A clock that stands where a script puts it, also backwards.</summary>
internal sealed class AdjustableClock : TimeProvider
{
    public static DateTimeOffset WorkingMorning { get; } = InEngland(new DateTime(2026, 11, 25, 10, 15, 0));

    public DateTimeOffset Now { get; set; } = WorkingMorning;

    public static DateTimeOffset InEngland(DateTime local) => new(local, EnglishTime.Zone.GetUtcOffset(local));

    public override DateTimeOffset GetUtcNow() => Now;
}
