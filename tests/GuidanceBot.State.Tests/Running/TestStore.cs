using Microsoft.Data.Sqlite;
using Npgsql;

namespace GuidanceBot.State.Tests.Running;

/// <summary>An empty store for one test: a file of its own, a database of its own. Gone afterwards.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    /// <summary>Names a PostgreSQL server that the tests may make databases on. Without it those tests are skipped, visibly.</summary>
    public const string ServerVariable = "GUIDANCEBOT_TEST_POSTGRES";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"guidancebot-{Guid.NewGuid():N}");
    private readonly string? _database;

    private TestStore(StateProvider provider, string? database)
    {
        Provider = provider;
        _database = database;
        Directory.CreateDirectory(_folder);
        ConnectionString = provider switch
        {
            StateProvider.Sqlite => $"Data Source={SqliteFile}",
            StateProvider.PostgreSql => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ConnectionString,
            StateProvider.Memory => null,
        };
    }

    public StateProvider Provider { get; }

    public string? ConnectionString { get; }

    public string Folder => _folder;

    public string SqliteFile => Path.Combine(_folder, "state.db");

    private static string? Server => Environment.GetEnvironmentVariable(ServerVariable);

    public static async Task<TestStore> CreateAsync(StateProvider provider)
    {
        if (provider != StateProvider.PostgreSql)
        {
            return new TestStore(provider, null);
        }

        Assert.SkipWhen(string.IsNullOrEmpty(Server), $"{ServerVariable} names no PostgreSQL server.");
        var database = $"test_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {database}");
        return new TestStore(provider, database);
    }

    /// <summary>The bytes of all files of a SQLite store.</summary>
    public IEnumerable<byte[]> FileBytes()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "state.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return bytes;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await using (var pooled = new NpgsqlConnection(ConnectionString))
            {
                NpgsqlConnection.ClearPool(pooled);
            }

            await OnServerAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        }

        // Only this store's: other tests have told theirs what to refuse.
        using (var pooled = new SqliteConnection($"Data Source={SqliteFile}"))
        {
            SqliteConnection.ClearPool(pooled);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
