using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Tests.Running;
using GuidanceBot.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.State.Tests.Faults;

public sealed class StoreFaultsTests
{
    public static TheoryData<StateProvider> Stores => [StateProvider.Sqlite, StateProvider.PostgreSql];

    /// <summary>Nothing uses a connection but the test: it tells each one what to refuse.</summary>
    private static readonly (string, string)[] Undisturbed = [("State:Outbox:LookEvery", "00:01:00"), ("State:Outbox:Lease", "00:10:00")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_record_that_cannot_be_read_is_told_and_set_aside_and_the_others_go_on(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var bot = await RunningStore.StartAsync(store, services => new Telling(services.GetRequiredService<IConversations>()));
        await bot.SayAsync("one", conversation: "a");
        await bot.SayAsync("one", conversation: "b");
        var damaged = bot.Get<Pseudonyms>().OfConversation("test", "a");
        await bot.WriteAsync(db => db.Conversations.Where(row => row.Key == damaged)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, new byte[] { 1, 2, 3 })));

        await bot.SayAsync("two", conversation: "a");
        await bot.SayAsync("two", conversation: "b");
        await bot.SayAsync("three", conversation: "a");

        Assert.Equal(["one", "lost two", "two three"], await bot.Channel.WaitForAsync(3, "a"));
        Assert.Equal(["one", "one two"], await bot.Channel.WaitForAsync(2, "b"));
        var fault = await bot.ReadAsync(db => db.Faults.SingleAsync());
        Assert.Equal((damaged, "Conversation"), (fault.Key, fault.Kind));
        Assert.Single(bot.Logs.GetSnapshot(), line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task When_the_disk_is_full_nothing_is_half_done_and_the_person_is_answered_without_memory()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(
            store, services => new Telling(services.GetRequiredService<IConversations>()), settings: Undisturbed);
        await bot.SayAsync("one");
        await bot.Channel.WaitForAsync(1);
        await bot.RestAsync();
        var before = await bot.ReadAsync(db => db.Activities.CountAsync());

        // SQLite refuses to grow the file, as it does when the disk has no room.
        using var file = new SqliteConnection(store.ConnectionString);
        await file.OpenAsync(Cancellation);
        await LimitPagesAsync(bot, await PagesAsync(file));
        var direct = await bot.SayAsync(new string('x', 200_000), id: "large");

        Assert.StartsWith("lost ", Assert.Single(direct.Sent).Text, StringComparison.Ordinal);
        Assert.Equal(before, await bot.ReadAsync(db => db.Activities.CountAsync()));
        Assert.Contains(bot.Logs.GetSnapshot(), line => line.Message.Contains("disk is full", StringComparison.Ordinal));

        await LimitPagesAsync(bot, 1_000_000);
        await bot.SayAsync("two");
        Assert.Equal(["one", "one two"], await bot.Channel.WaitForAsync(2));
    }

    [Fact]
    public async Task When_the_store_takes_no_writes_the_person_is_answered_and_the_health_check_says_why()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await using var bot = await RunningStore.StartAsync(
            store, services => new Telling(services.GetRequiredService<IConversations>()), settings: Undisturbed);
        await bot.SayAsync("one");
        await bot.Channel.WaitForAsync(1);
        await bot.RestAsync();
        await ReadOnlyAsync(bot, true);

        var direct = await bot.SayAsync("two");
        var health = await bot.Get<HealthCheckService>().CheckHealthAsync(Cancellation);

        Assert.Equal("lost two", Assert.Single(direct.Sent).Text);
        Assert.Equal(HealthStatus.Unhealthy, health.Entries["store"].Status);
        Assert.Contains("cannot be written to", health.Entries["store"].Description, StringComparison.Ordinal);
        await ReadOnlyAsync(bot, false);
        await bot.SayAsync("three");
        Assert.Equal(["one", "one three"], await bot.Channel.WaitForAsync(2));
    }

    /// <summary>The pragmas belong to a connection; the store's writes use the pooled ones, so each of those is told.</summary>
    private static Task LimitPagesAsync(RunningStore bot, long pages) => TellConnectionsAsync(bot, $"PRAGMA max_page_count={pages}");

    private static Task ReadOnlyAsync(RunningStore bot, bool on) => TellConnectionsAsync(bot, $"PRAGMA query_only={(on ? 1 : 0)}");

    private static async Task TellConnectionsAsync(RunningStore bot, string pragma)
    {
        var opened = new List<Model.StateContext>();
        for (var i = 0; i < 10; i++)
        {
            var db = bot.Database.CreateContext();
            await db.Database.OpenConnectionAsync(Cancellation);
            await db.Database.ExecuteSqlRawAsync(pragma, Cancellation);
            opened.Add(db);
        }

        foreach (var db in opened)
        {
            await db.Database.CloseConnectionAsync();
            await db.DisposeAsync();
        }
    }

    private static async Task<long> PagesAsync(SqliteConnection file)
    {
        using var command = file.CreateCommand();
        command.CommandText = "PRAGMA page_count";
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Says when it has lost its place, and otherwise all that it remembers.</summary>
    private sealed class Telling(IConversations conversations) : ITurnHandler
    {
        public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
        {
            var activity = context.Activity;
            var key = $"{activity.ChannelId}|{activity.Conversation.Id}";
            var conversation = await conversations.GetAsync(key, cancellationToken);
            conversation.LastSuggestions = [.. conversation.LastSuggestions, activity.Text!];
            await conversations.SaveAsync(key, conversation, cancellationToken);
            var lost = conversation.LostItsPlace ? "lost " : "";
            await context.SendActivityAsync(lost + string.Join(' ', conversation.LastSuggestions), cancellationToken);
        }
    }
}
