using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Tests.Running;
using GuidanceBot.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.State.Tests.Transactions;

public sealed class DurableTurnTests
{
    public static TheoryData<StateProvider> Stores => [StateProvider.Sqlite, StateProvider.PostgreSql, StateProvider.Memory];

    public static TheoryData<StateProvider> SharedStores => [StateProvider.Sqlite, StateProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_turn_remembers_is_there_in_the_next_and_its_reply_is_delivered(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store);

        await bot.SayAsync("one");
        await bot.SayAsync("two");

        Assert.Equal(["one", "one two"], await bot.Channel.WaitForAsync(2));
    }

    [Theory]
    [MemberData(nameof(SharedStores))]
    public async Task What_was_remembered_is_there_after_a_restart(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using (var before = await RunningStore.StartAsync(store))
        {
            await before.SayAsync("one");
        }

        await using var after = await RunningStore.StartAsync(store);
        await after.SayAsync("two", id: "another");

        Assert.Equal("one two", Assert.Single(await after.Channel.WaitForAsync(1)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_activity_that_comes_again_is_acted_on_once(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.SayAsync("one", id: "same")));
        await bot.SayAsync("two");

        Assert.Equal(["one", "one two"], await bot.Channel.WaitForAsync(2));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_answer_that_was_not_heard_is_given_again(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store);

        var first = await bot.SayAsync("one", id: "same", deliveryMode: DeliveryModes.ExpectReplies);
        var again = await bot.SayAsync("one", id: "same", deliveryMode: DeliveryModes.ExpectReplies);

        Assert.Equal("one", Assert.Single(first.Sent).Text);
        var to = new ConversationReference();
        Assert.Contains("\"text\":\"one\"", System.Text.Encoding.UTF8.GetString(Assert.Single(again.Sent).Write(to)), StringComparison.Ordinal);
        Assert.Empty(bot.Channel.Taken());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_that_fails_leaves_nothing_and_may_come_again(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        var fails = true;
        await using var bot = await RunningStore.StartAsync(store, services => new Remembering(services.GetRequiredService<IConversations>())
        {
            Between = _ => fails ? throw new InvalidOperationException("a fault") : Task.CompletedTask,
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.SayAsync("one", id: "same"));
        Assert.Equal(0, await bot.ReadAsync(db => db.Activities.CountAsync()) + await bot.ReadAsync(db => db.Conversations.CountAsync()));

        fails = false;
        await bot.SayAsync("one", id: "same");
        Assert.Equal(["one"], await bot.Channel.WaitForAsync(1));
    }

    [Theory]
    [MemberData(nameof(SharedStores))]
    public async Task Turns_of_one_conversation_on_two_replicas_lose_nothing_and_their_replies_keep_their_order(StateProvider provider)
    {
        const int Messages = 40;
        await using var store = await TestStore.CreateAsync(provider);
        var channel = new ChannelStub();
        await using var first = await RunningStore.StartAsync(store, channel: channel);
        await using var second = await RunningStore.StartAsync(store, channel: channel);

        await Task.WhenAll(Enumerable.Range(0, Messages).Select(n => (n % 2 == 0 ? first : second).SayAsync($"m{n}", id: $"id{n}")));

        var replies = await channel.WaitForAsync(Messages);
        Assert.Equal(Messages, replies.Count);
        // Each reply holds all the messages before it: a lost update, an interleaving or a wrong order would show.
        Assert.Equal(Enumerable.Range(1, Messages), replies.Select(reply => reply.Split(' ').Length));
        Assert.Equal(Messages, replies[^1].Split(' ').Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_turn_that_comes_second_is_done_again_on_what_the_first_wrote(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        var read = new TaskCompletionSource();
        var written = new TaskCompletionSource();
        var slowRuns = 0;
        await using var bot = await RunningStore.StartAsync(store, services => new Remembering(services.GetRequiredService<IConversations>())
        {
            Between = async text =>
            {
                if (text == "slow" && slowRuns++ == 0)
                {
                    read.SetResult();
                    await written.Task;
                }
            },
        });

        var slow = bot.SayAsync("slow");
        await read.Task;
        await bot.SayAsync("quick");
        written.SetResult();
        await slow;

        Assert.Equal(["quick", "quick slow"], await bot.Channel.WaitForAsync(2));
        Assert.Equal(2, slowRuns);
    }

    [Fact]
    public async Task Typing_goes_out_at_once_and_is_not_kept()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store, _ => new Typing());

        var direct = await bot.SayAsync("one");

        Assert.Equal(ActivityTypes.Typing, Assert.Single(direct.Sent).Type);
        Assert.Equal(0, await bot.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task An_invoke_that_comes_again_gets_the_same_answer()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        var asked = 0;
        await using var bot = await RunningStore.StartAsync(store, _ => new Invoked(() => ++asked));

        await bot.SayAsync("", id: "same", type: ActivityTypes.Invoke);
        var again = await bot.SayAsync("", id: "same", type: ActivityTypes.Invoke);

        Assert.Equal(1, asked);
        Assert.Equal((200, "1"), (again.Invoke!.Status, again.Invoke.Body!.ToJsonString()));
    }

    private sealed class Typing : ITurnHandler
    {
        public Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken) => context.SendTypingAsync(cancellationToken);
    }

    private sealed class Invoked(Func<int> ask) : ITurnHandler
    {
        public Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
        {
            context.InvokeResponse = new InvokeResponse(200, ask());
            return Task.CompletedTask;
        }
    }
}
