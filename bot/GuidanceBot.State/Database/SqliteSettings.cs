using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GuidanceBot.State.Database;

/// <summary>What each connection to SQLite is told.</summary>
/// <remarks>
/// <c>secure_delete</c>: what is deleted is overwritten, so that nothing of it stays in the file. <c>synchronous=FULL</c>: a commit is on
/// the disk before the channel is told so, also when the power fails. <c>busy_timeout</c>: for a second program, such as a backup.
/// </remarks>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Commands = "PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);   // SQLite has nothing asynchronous
        return Task.CompletedTask;
    }

    private static void Tell(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Commands;
        command.ExecuteNonQuery();
    }
}
