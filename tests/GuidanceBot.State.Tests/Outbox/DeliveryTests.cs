using GuidanceBot.State.Model;
using GuidanceBot.State.Outbox;
using GuidanceBot.State.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.State.Tests.Outbox;

public sealed class DeliveryTests
{
    public static TheoryData<StateProvider> Stores => [StateProvider.Sqlite, StateProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_reply_that_the_channel_does_not_take_is_sent_again_and_those_behind_it_wait(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store);
        int[] faults = [429, 500, 503, 0];
        bot.Channel.Answer = n => Task.FromResult(
            n > faults.Length ? SendOutcome.Of(201) : faults[n - 1] == 0 ? new SendOutcome(SendResult.TryAgain, 0) : SendOutcome.Of(faults[n - 1]));

        await bot.SayAsync("one");
        await bot.SayAsync("two");

        Assert.Equal(["one", "one two"], await bot.Channel.WaitForAsync(2));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task A_reply_that_the_channel_will_never_take_is_given_up_and_its_words_go(int status)
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store);
        bot.Channel.Answer = n => Task.FromResult(SendOutcome.Of(n == 1 ? status : 201));

        await bot.SayAsync("one");
        await bot.SayAsync("two");

        Assert.Equal("one two", Assert.Single(await bot.Channel.WaitForAsync(1)));
        await bot.StopAsync();
        var given = await bot.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.Equal((status, true), (given.LastStatus!.Value, given.GivenUpAt is not null));
        Assert.Empty(given.Payload);
    }

    [Fact]
    public async Task A_program_that_ends_without_being_stopped_leaves_nothing_running()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store);
        var under = new TaskCompletionSource<SendOutcome>();
        bot.Channel.Answer = _ => under.Task;
        await bot.SayAsync("one");
        await bot.Channel.WaitForTriesAsync(1);
        var (delivery, logs) = (bot.Get<Delivery>(), bot.Logs);

        bot.Abandon();
        under.SetResult(SendOutcome.Of(429));

        await delivery.Ended.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(logs.GetSnapshot(), entry => entry.Level >= LogLevel.Warning && entry.Category!.StartsWith("GuidanceBot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slow_conversation_does_not_hold_the_others_up()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        var slow = new TaskCompletionSource();
        await using var bot = await RunningStore.StartAsync(store);
        await bot.SayAsync("first");                // from here on there is more than one place
        await bot.Channel.WaitForAsync(1);
        bot.Channel.Answer = async n =>
        {
            if (n == 2)
            {
                await slow.Task;
            }

            return SendOutcome.Of(201);
        };

        await bot.SayAsync("slow", conversation: "a");
        await bot.Channel.WaitForTriesAsync(2);
        await bot.SayAsync("quick", conversation: "b");
        Assert.Equal(["quick"], await bot.Channel.WaitForAsync(1, "b"));
        slow.SetResult();
        Assert.Equal(2, (await bot.Channel.WaitForAsync(2)).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_replica_that_is_gone_left_is_delivered_by_another_in_order(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store, settings: ("State:Outbox:LookEvery", "00:01:00"));
        bot.Channel.Answer = _ => Task.FromResult(SendOutcome.Of(503));
        await bot.SayAsync("one");
        await bot.SayAsync("two");
        await bot.StopAsync();      // it gives up what it could not deliver
        var gone = Guid.NewGuid();
        await bot.WriteAsync(db => db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(row => row.DeliveringBy, gone)));

        await using var other = await RunningStore.StartAsync(store);

        Assert.Equal(["one", "one two"], await other.Channel.WaitForAsync(2));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_living_replica_delivers_is_not_taken_from_it(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        var channel = new ChannelStub();
        var answer = new TaskCompletionSource<SendOutcome>();
        channel.Answer = _ => answer.Task;
        await using var slow = await RunningStore.StartAsync(store, channel: channel);
        await using var other = await RunningStore.StartAsync(store, channel: channel);
        await slow.SayAsync("one");

        var taken = await other.Get<Replica>().TakeOverAsync(10, [], TestContext.Current.CancellationToken);

        Assert.Empty(taken);
        answer.SetResult(SendOutcome.Of(201));
        Assert.Single(await channel.WaitForAsync(1));
    }

    [Fact]
    public async Task A_sign_of_life_from_before_the_clock_was_put_back_does_not_count()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store, settings: ("State:Outbox:LookEvery", "00:01:00"));
        var gone = Guid.NewGuid();
        await bot.WriteAsync(db =>
        {
            db.Replicas.Add(new ReplicaRow { Id = gone, AliveUntil = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1) });
            db.Conversations.Add(new ConversationRow { Key = Guid.NewGuid(), Enqueued = 1, DeliveringBy = gone });
            return db.SaveChangesAsync();
        });

        Assert.Single(await bot.Get<Replica>().TakeOverAsync(10, [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sign_of_life_that_is_given_while_another_replica_looks_counts()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store, settings: [("State:Outbox:LookEvery", "00:01:00"), ("State:Outbox:Lease", "00:00:10")]);
        var other = Guid.NewGuid();
        await bot.WriteAsync(db =>
        {
            db.Replicas.Add(new ReplicaRow { Id = other, AliveUntil = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(13) });
            db.Conversations.Add(new ConversationRow { Key = Guid.NewGuid(), Enqueued = 1, DeliveringBy = other });
            return db.SaveChangesAsync();
        });

        Assert.Empty(await bot.Get<Replica>().TakeOverAsync(10, [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_conversation_that_counts_a_reply_too_many_comes_to_rest()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store);
        var key = Guid.NewGuid();
        await bot.WriteAsync(db =>
        {
            db.Conversations.Add(new ConversationRow { Key = key, State = [1], Enqueued = 1, DeliveringBy = bot.Get<Replica>().Id });
            return db.SaveChangesAsync();
        });

        Assert.True(await bot.Get<OutboxStore>().SettleAsync(key, TestContext.Current.CancellationToken));

        var row = await bot.ReadAsync(db => db.Conversations.SingleAsync(c => c.Key == key));
        Assert.Equal((1, null), (row.Delivered, row.DeliveringBy));
    }
}
