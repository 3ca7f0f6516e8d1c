using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Tests.Starting;

public sealed class StoreStartTests
{
    public static TheoryData<StateProvider> Stores => [StateProvider.Sqlite, StateProvider.PostgreSql];

    [Fact]
    public void The_migrations_make_the_tables_of_the_model()
    {
        using var sqlite = new SqliteContextForMigrations().CreateDbContext([]);
        using var postgres = new PostgreSqlContextForMigrations().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges(), "Add a migration for SQLite: see Migrations/README.md.");
        Assert.False(postgres.Database.HasPendingModelChanges(), "Add a migration for PostgreSQL: see Migrations/README.md.");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Replicas_that_start_at_once_on_an_empty_store_agree_on_its_keys(StateProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider);

        var bots = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunningStore.StartAsync(store)));

        Assert.Single(bots.Select(bot => bot.Get<Pseudonyms>().OfConversation("a", "b")).Distinct());
        var payload = bots[0].Get<Seal>().Close(RecordKind.Draft, Guid.Empty, [1]);
        Assert.All(bots, bot => Assert.Equal([1], bot.Get<Seal>().Open(RecordKind.Draft, Guid.Empty, payload).ToArray()));
        foreach (var bot in bots)
        {
            await bot.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_mark_that_a_killed_migration_left_does_not_stop_the_next_start()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        var options = Options.Create(new StateOptions { ConnectionString = store.ConnectionString });
        using (var database = new StateDatabase(options, TimeProvider.System))
        await using (var db = database.CreateContext())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, 'x')",
                TestContext.Current.CancellationToken);
        }

        await using var bot = await RunningStore.StartAsync(store);

        await bot.SayAsync("one");
        Assert.Single(await bot.Channel.WaitForAsync(1));
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_is_named()
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Sqlite);
        await File.WriteAllTextAsync(store.SqliteFile, new string('x', 10_000), TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<StateUnavailableException>(() => RunningStore.StartAsync(store));

        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "State:Provider", "PostgreSql", "State:ConnectionString is not set" },
        { "State:Lifetimes:Drafts", "400.00:00:00", "Drafts" },
        { "State:Outbox:MaxSending", "0", "MaxSending" },
        { "State:Outbox:FirstRetry", "00:00:59", "FirstRetry is longer" },
        { "State:KeyCertificatePath", "nowhere.pfx", "there is no such file" },
        { "State:Patienze", "00:00:01", "Patienze" },
        { "Limits:MaxRunning", "0", "MaxRunning" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value, string named)
    {
        await using var store = await TestStore.CreateAsync(StateProvider.Memory);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => RunningStore.StartAsync(store, settings: (setting, value)));

        Assert.Contains(named, fault.ToString(), StringComparison.Ordinal);
    }
}
