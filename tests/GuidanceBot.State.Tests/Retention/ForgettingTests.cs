using System.Text;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Tests.Running;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.State.Tests.Retention;

public sealed class ForgettingTests
{
    private const string Passage = "sofas-and-armchairs#is-it-safe";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<StateProvider> Stores => [StateProvider.Sqlite, StateProvider.PostgreSql, StateProvider.Memory];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nothing_of_a_person_is_left_in_any_table(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store, services => ActivatorUtilities.CreateInstance<Leaving>(services));
        await bot.SayAsync("one");
        await bot.SayAsync("other", conversation: "b", person: "somebody else");
        await bot.Channel.WaitForAsync(1);

        await bot.SayAsync("forget me");
        await bot.Channel.WaitForAsync(2);
        await bot.StopAsync();

        // The other person's, and that the wish was dealt with (a keyed digest that names no conversation), are what is left.
        Assert.Equal(new Counts(1, 2, 1, 1, 1, 1, 0), await CountAsync(bot));
        Assert.Null((await bot.ReadAsync(db => db.Activities.Where(row => row.Conversation == null).ToListAsync())).Single().Answer);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_uninstall_leaves_nothing_at_once(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store, services => ActivatorUtilities.CreateInstance<Leaving>(services));
        await bot.SayAsync("one");
        await bot.Channel.WaitForAsync(1);

        await bot.SayAsync("uninstall");

        Assert.Equal(0, await bot.ReadAsync(db => db.Conversations.CountAsync()));
        Assert.Equal(0, await bot.ReadAsync(db => db.Shown.CountAsync()) + await bot.ReadAsync(db => db.Feedback.CountAsync()));
    }

    [Fact]
    public async Task Nothing_that_was_forgotten_is_left_in_the_bytes_of_the_file_or_of_its_log()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store, services => ActivatorUtilities.CreateInstance<Leaving>(services));
        await bot.SayAsync("one");
        await bot.Channel.WaitForAsync(1);
        byte[][] traces =
        [
            .. await bot.ReadAsync(db => db.Conversations.Select(row => row.State!).ToListAsync()),
            .. await bot.ReadAsync(db => db.Drafts.Select(row => row.Payload).ToListAsync()),
            .. await bot.ReadAsync(db => db.People.Select(row => row.Payload).ToListAsync()),
            .. await bot.ReadAsync(db => db.Feedback.Select(row => row.Payload).ToListAsync()),
            Encoding.UTF8.GetBytes(Passage),
        ];
        Assert.All(traces, trace => Assert.True(IsIn(store, trace), "What is looked for must be there before it is forgotten."));

        await bot.SayAsync("forget me");
        await bot.Channel.WaitForAsync(2);
        await bot.StopAsync();

        Assert.All(traces, trace => Assert.False(IsIn(store, trace)));
    }

    [Fact]
    public async Task What_people_say_and_who_they_are_is_in_no_byte_of_the_store()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(store, services => ActivatorUtilities.CreateInstance<Leaving>(services));

        await bot.SayAsync("Sam Example, 943 476 5919", conversation: "a:secret-conversation", person: "29:secret-person");
        await bot.Channel.WaitForAsync(1, "a:secret-conversation");

        Assert.All(
            ["Sam Example", "943 476 5919", "secret-conversation", "secret-person"],
            words => Assert.False(IsIn(store, Encoding.UTF8.GetBytes(words)), words));
        Assert.All(bot.Logs.GetSnapshot(), line => Assert.DoesNotContain("Example", line.Message + line.Exception, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_turn_that_read_before_the_person_was_forgotten_does_not_bring_it_back()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        var read = new TaskCompletionSource();
        var forgotten = new TaskCompletionSource();
        await using var bot = await RunningStore.StartAsync(store, services => new Remembering(services.GetRequiredService<IConversations>())
        {
            Between = async text =>
            {
                if (text == "slow" && read.TrySetResult())
                {
                    await forgotten.Task;
                }
            },
        });
        await bot.SayAsync("one");
        await bot.Channel.WaitForAsync(1);

        var slow = bot.SayAsync("slow");
        await read.Task;
        await bot.Get<IForgetting>().ForgetAsync(new PersonKey("test", "", "someone"), Cancellation);
        forgotten.SetResult();
        await slow;

        Assert.Equal("slow", (await bot.Channel.WaitForAsync(2))[1]);
    }

    private static bool IsIn(TestStore store, byte[] trace) => store.FileBytes().Any(bytes => bytes.AsSpan().IndexOf(trace) >= 0);

    private static async Task<Counts> CountAsync(RunningStore bot) => new(
        await bot.ReadAsync(db => db.Conversations.CountAsync()),
        await bot.ReadAsync(db => db.Activities.CountAsync()),
        await bot.ReadAsync(db => db.People.CountAsync()),
        await bot.ReadAsync(db => db.Drafts.CountAsync()),
        await bot.ReadAsync(db => db.Feedback.CountAsync()),
        await bot.ReadAsync(db => db.Shown.CountAsync()),
        await bot.ReadAsync(db => db.Outbox.CountAsync()) + await bot.ReadAsync(db => db.Faults.CountAsync()));

    private sealed record Counts(int Conversations, int Activities, int People, int Drafts, int Feedback, int Shown, int Others);

    /// <summary>Leaves something in every table, until it is asked to forget.</summary>
    private sealed class Leaving(
        IConversations conversations, IDrafts drafts, IPeople people, IFeedback feedback, IShownGuidance shown, IForgetting forgetting) : ITurnHandler
    {
        public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
        {
            var activity = context.Activity;
            var key = $"{activity.ChannelId}|{activity.Conversation.Id}";
            var person = PersonKey.Of(activity)!;
            switch (activity.Text)
            {
                case "forget me":
                    await forgetting.ForgetAsync(person, cancellationToken);
                    await context.SendActivityAsync("forgotten", cancellationToken);
                    break;
                case "uninstall":
                    await conversations.ForgetAsync(key, cancellationToken);
                    break;
                default:
                    var words = Encoding.UTF8.GetBytes(activity.Text!);
                    await conversations.SaveAsync(key, new Conversation { LastSuggestions = [activity.Text!] }, cancellationToken);
                    await drafts.SaveAsync(person, "pathway", words, cancellationToken);
                    await people.SaveAsync(person, "work", words, cancellationToken);
                    await feedback.AddAsync(key, person, new Feedback("like", activity.Text!, [Passage]), cancellationToken);
                    await shown.AddAsync(key, person, [new ShownPassage(Passage, "2026-01-01", "answered")], cancellationToken);
                    await context.SendActivityAsync("kept", cancellationToken);
                    break;
            }
        }
    }
}
