using Microsoft.Data.Sqlite;

namespace GuidanceBot.State.Database;

/// <summary>Where the settings put the store and its keys.</summary>
internal static class StoreLocation
{
    private const string DefaultSqlite = "Data Source=state/guidancebot.db";

    public static string ConnectionString(StateOptions options) => options.Provider switch
    {
        StateProvider.Sqlite => options.ConnectionString ?? DefaultSqlite,
        StateProvider.PostgreSql => options.ConnectionString!,
        // Each store its own, so that two programs in one process (tests) do not meet.
        StateProvider.Memory => $"Data Source=file:/guidancebot-{Guid.NewGuid():N}?vfs=memdb",
    };

    /// <summary>The SQLite file; null for other stores.</summary>
    public static string? SqliteFile(StateOptions options) =>
        options.Provider == StateProvider.Sqlite
            ? Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString(options)).DataSource)
            : null;

    /// <summary>The folder of the keys; null when they are in the store.</summary>
    public static string? KeyFolder(StateOptions options) =>
        options.KeyFolder is { } folder ? Path.GetFullPath(folder)
        : SqliteFile(options) is { } file ? Path.Combine(Path.GetDirectoryName(file)!, "keys")
        : null;
}
