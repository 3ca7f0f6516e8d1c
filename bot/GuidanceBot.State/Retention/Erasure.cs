using GuidanceBot.State.Database;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.State.Retention;

/// <summary>Makes what was deleted vanish from SQLite's files too.</summary>
/// <remarks>
/// <c>secure_delete</c> overwrites it in the file, but the write-ahead log beside it still has the old pages until it is emptied. In
/// PostgreSQL vacuum and the archive of the log have their own times; there what is left is encrypted.
/// </remarks>
internal sealed class Erasure(StateDatabase database, TimeProvider time)
{
    private const int MostTries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>False when somebody kept reading the old pages; the next round tries again.</returns>
    public async Task<bool> EraseAsync(CancellationToken cancellationToken)
    {
        if (database.Provider != StateProvider.Sqlite)
        {
            return true;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await EmptyLogAsync(cancellationToken))
            {
                return true;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return false;
    }

    private Task<bool> EmptyLogAsync(CancellationToken cancellationToken) => database.MaintainAsync(async (db, token) =>
    {
        await db.Database.OpenConnectionAsync(token);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=100; PRAGMA wal_checkpoint(TRUNCATE);";
        await using var row = await command.ExecuteReaderAsync(token);
        while (row.FieldCount != 3 && await row.NextResultAsync(token))
        {
            // busy_timeout answers with a row of its own
        }

        return await row.ReadAsync(token) && row.GetInt32(0) == 0;
    }, cancellationToken);
}
