using CsCheck;
using GuidanceBot.State.Outbox;

namespace GuidanceBot.State.Tests.Outbox;

public sealed class BackOffTests
{
    private static readonly OutboxOptions Options = new() { FirstRetry = TimeSpan.FromSeconds(1), LongestRetry = TimeSpan.FromMinutes(1) };

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1_000_000, 60)]
    public void The_wait_doubles_up_to_the_longest(int tries, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.After(tries, Options, null, 1));

    [Fact]
    public void What_the_channel_asks_for_is_waited_for() =>
        Assert.Equal(TimeSpan.FromSeconds(7), BackOff.After(1, Options, TimeSpan.FromSeconds(7), 0.5));

    [Fact]
    public void The_wait_is_never_shorter_than_half_nor_longer_than_the_longest() =>
        Gen.Select(Gen.Int[1, 100], Gen.Double[0, 1]).Sample((tries, spread) =>
        {
            var wait = BackOff.After(tries, Options, null, spread);
            return wait >= Options.FirstRetry / 2 && wait <= Options.LongestRetry;
        });
}
