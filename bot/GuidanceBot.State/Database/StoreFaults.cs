using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GuidanceBot.State.Database;

/// <summary>Tells apart what databases report: somebody was faster, the store is not there, or a fault of the program.</summary>
internal static class StoreFaults
{
    // Result codes of SQLite: https://sqlite.org/rescode.html
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteConstraint = 19;
    private const int SqliteNotADatabase = 26;

    /// <summary>True when another turn wrote what this one had read: begin again.</summary>
    public static bool IsConflict(Exception fault) => fault is DbUpdateConcurrencyException || DatabaseFaultIn(fault) switch
    {
        SqliteException { SqliteErrorCode: SqliteConstraint } => true,
        PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        } => true,
        _ => false,
    };

    /// <returns>What is wrong and how to mend it; null when the store is not to blame.</returns>
    public static StateUnavailableException? Unavailable(Exception fault) => DatabaseFaultIn(fault) switch
    {
        SqliteException sqlite => OfSqlite(sqlite, fault),
        PostgresException postgres => OfPostgreSql(postgres, fault),
        NpgsqlException => new("PostgreSQL cannot be reached. Check that it runs and that State:ConnectionString names it.", true, fault),
        _ => fault is TimeoutException
            ? new("The store does not answer in time. It is overloaded, or the way to it is broken.", true, fault)
            : null,
    };

    private static StateUnavailableException? OfSqlite(SqliteException sqlite, Exception fault) => sqlite.SqliteErrorCode switch
    {
        SqliteBusy or SqliteLocked => new("The SQLite file is locked by another program. Let only one program use it.", true, fault),
        SqliteReadOnly => new("The SQLite file cannot be written to. Give the program the right to write the file and its folder.", false, fault),
        SqliteFull => new("The disk is full. Free some space where the SQLite file is; nothing was written.", false, fault),
        SqliteInputOutput => new("The disk of the SQLite file fails. Check it; nothing was written.", false, fault),
        SqliteCannotOpen => new("The SQLite file cannot be opened. Check its folder and the rights in State:ConnectionString.", false, fault),
        SqliteCorrupt or SqliteNotADatabase =>
            new("The SQLite file is damaged. Restore it from a backup, or move it away to begin with an empty one.", false, fault),
        _ => null,
    };

    private static StateUnavailableException? OfPostgreSql(PostgresException postgres, Exception fault) => postgres.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new("The disk of PostgreSQL is full. Free some space; nothing was written.", false, fault),
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            new("PostgreSQL takes no writes: this is a standby, or it is set to read only. Name the primary in State:ConnectionString.", true, fault),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName =>
            new("PostgreSQL refuses the connection. Check user, password and database in State:ConnectionString.", false, fault),
        PostgresErrorCodes.InsufficientPrivilege =>
            new("The PostgreSQL user lacks a right. Let it own the database, or grant what deploy/README.md lists.", false, fault),
        // Class 08: connection, 53: resources, 57: the operator (shutdown, restart), 58: the system beneath.
        ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] =>
            new($"PostgreSQL is not available just now (SQLSTATE {postgres.SqlState}).", true, fault),
        _ => null,
    };

    private static DbException? DatabaseFaultIn(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is DbException found)
            {
                return found;
            }
        }

        return null;
    }
}
