using System.Data;
using System.Data.Common;
using GuidanceBot.State.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GuidanceBot.State.Database;

/// <summary>Several statements of SQL that both databases understand, sent at once in the transaction of a context.</summary>
/// <remarks>For what every turn does: see bot/decisions/0103-state-hand-written-sql.md. Everything else goes through EF Core.</remarks>
internal sealed class Statements : IAsyncDisposable
{
    private readonly DbCommand _command;

    public Statements(StateContext db, string sql)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.CommandText = sql;
        _command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
    }

    public Statements With(string name, Guid? value) => With(name, DbType.Guid, value);

    public Statements With(string name, long value) => With(name, DbType.Int64, value);

    public Statements With(string name, byte[]? value) => With(name, DbType.Binary, value);

    public Statements With(string name, DateTimeOffset value) => With(name, DbType.Int64, value.ToUnixTimeMilliseconds());

    /// <summary>Runs them all.</summary>
    /// <param name="read">Reads the one row that one of them returns.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was read; default when none of them returned a row.</returns>
    public async Task<T?> RunAsync<T>(Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var row = await _command.ExecuteReaderAsync(cancellationToken);
        T? found = default;
        do
        {
            if (await row.ReadAsync(cancellationToken))
            {
                found = read(row);
            }
        }
        while (await row.NextResultAsync(cancellationToken));
        return found;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private Statements With(string name, DbType type, object? value)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        _command.Parameters.Add(parameter);
        return this;
    }
}
