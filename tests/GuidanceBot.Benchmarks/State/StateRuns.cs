using BenchmarkDotNet.Loggers;
using GuidanceBot.State;
using Npgsql;

namespace GuidanceBot.Benchmarks.State;

/// <summary>The runs of <c>-- state</c>: memory, SQLite, and PostgreSQL when a server is named.</summary>
internal static class StateRuns
{
    private const int ManyConversations = 100_000;

    private static readonly int[] AtOnce = [1, 16, 64];

    public static async Task<int> RunAsync(string? server, TimeSpan time, ILogger log)
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-benchmark");
        foreach (var atOnce in AtOnce)
        {
            await StateBenchmark.RunAsync(StateProvider.Memory, null, 1, atOnce, time, log);
            await StateBenchmark.RunAsync(StateProvider.Sqlite, SqliteIn(folder), 1, atOnce, time, log);
            if (server is not null)
            {
                await StateBenchmark.RunAsync(StateProvider.PostgreSql, await DatabaseOnAsync(server), 1, atOnce, time, log);
                await StateBenchmark.RunAsync(StateProvider.PostgreSql, await DatabaseOnAsync(server), 2, atOnce, time, log);
            }
        }

        await StateBenchmark.RunMemoryAsync(StateProvider.Sqlite, SqliteIn(folder), ManyConversations, log);
        if (server is not null)
        {
            await StateBenchmark.RunMemoryAsync(StateProvider.PostgreSql, await DatabaseOnAsync(server), ManyConversations, log);
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static string SqliteIn(DirectoryInfo folder)
    {
        var own = folder.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        return $"Data Source={Path.Combine(own.FullName, "state.db")}";
    }

    private static async Task<string> DatabaseOnAsync(string server)
    {
        var database = $"benchmark_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {database}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }
}
