using GuidanceBot.State.Tests.Running;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.State.Tests.Shedding;

public sealed class TurnGateTests
{
    [Fact]
    public async Task Who_sends_too_fast_is_told_so_and_nobody_else_is()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Memory);
        await using var bot = await RunningStore.StartAsync(store, settings: [("Limits:PersonBurst", "2"), ("Limits:PersonPace", "00:01:00")]);

        await bot.SayAsync("one");
        await bot.SayAsync("two");
        var third = await bot.SayAsync("three");
        var other = await bot.SayAsync("one", conversation: "b", person: "somebody else");

        Assert.Equal(nameof(Refusal.TooFast), Assert.Single(third.Sent).Text);
        Assert.Empty(other.Sent);
        Assert.Equal(["one", "one two"], await bot.Channel.WaitForAsync(2));
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_told_so_and_those_who_wait_are_answered()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Memory);
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var bot = await RunningStore.StartAsync(
            store,
            services => new Remembering(services.GetRequiredService<IConversations>())
            {
                Between = _ =>
                {
                    begun.TrySetResult();
                    return go.Task;
                },
            },
            settings: [("Limits:MaxRunning", "1"), ("Limits:MaxWaiting", "1")]);

        var running = bot.SayAsync("one", conversation: "a");
        await begun.Task;
        var waiting = bot.SayAsync("one", conversation: "b");
        var refused = await bot.SayAsync("one", conversation: "c");
        go.SetResult();
        await Task.WhenAll(running, waiting);

        Assert.Equal(nameof(Refusal.TooBusy), Assert.Single(refused.Sent).Text);
        Assert.Single(await bot.Channel.WaitForAsync(1, "a"));
        Assert.Single(await bot.Channel.WaitForAsync(1, "b"));
    }
}
