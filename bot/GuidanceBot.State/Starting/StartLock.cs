using GuidanceBot.State.Database;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GuidanceBot.State.Starting;

/// <summary>The right to open the store. It ends with its holder, however that ends: no kill leaves it behind.</summary>
internal sealed class StartLock(StateDatabase database, IOptions<StateOptions> options, TimeProvider time)
{
    /// <summary>Any number that no other program in the database uses as an advisory lock.</summary>
    private const long LockNumber = 0x6775_6964_616e_6365;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancellationToken) => database.Provider switch
    {
        StateProvider.PostgreSql => await TakeInDatabaseAsync(cancellationToken),
        StateProvider.Sqlite => await TakeFileAsync(StoreLocation.SqliteFile(options.Value)! + ".lock", cancellationToken),
        StateProvider.Memory => Stream.Null,
    };

    private async Task<IAsyncDisposable> TakeInDatabaseAsync(CancellationToken cancellationToken)
    {
        // Not from the pool: closing it gives the lock back.
        var settings = new NpgsqlConnectionStringBuilder(StoreLocation.ConnectionString(options.Value)) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT pg_advisory_lock($1)";
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockNumber });
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<IAsyncDisposable> TakeFileAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Between, time, cancellationToken);
            }
        }
    }
}
