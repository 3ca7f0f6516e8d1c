using GuidanceBot.State.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Database;

/// <summary>The store: reads, and writes that happen wholly or not at all.</summary>
/// <remarks>
/// Safe to use from many turns at once. Throws <see cref="StateUnavailableException"/> when the store cannot be used and
/// <see cref="StateConflictException"/> when somebody else wrote first; in both cases nothing was written. One exception: when the
/// connection to PostgreSQL breaks while it commits, it may have. Whoever tries again must first look whether it was done.
/// Encrypt and decrypt outside of these calls: the keys may be in the same store.
/// </remarks>
internal sealed class StateDatabase : IDisposable
{
    private const int MostPooledContexts = 256;

    /// <summary>To PostgreSQL, of one replica; its own default limit is 100 for all of them together.</summary>
    private const int MostConnections = 20;

    private readonly Func<StateContext> _createContext;
    private readonly TimeProvider _time;

    /// <summary>
    /// SQLite has one writer; those of this program wait here, which is quicker and fairer than its own waiting. PostgreSQL does more
    /// in the same time with few connections than with many.
    /// </summary>
    private readonly SemaphoreSlim _writers;

    /// <summary>Null: readers do not wait. The memory database has no readers beside a writer; PostgreSQL counts them as well.</summary>
    private readonly SemaphoreSlim? _readers;
    private readonly SqliteConnection? _keepsMemoryAlive;

    public StateDatabase(IOptions<StateOptions> options, TimeProvider time)
    {
        _time = time;
        Provider = options.Value.Provider;
        var connectionString = StoreLocation.ConnectionString(options.Value);
        if (Provider == StateProvider.PostgreSql)
        {
            var built = new DbContextOptionsBuilder<PostgreSqlStateContext>().UseNpgsql(connectionString).Options;
            _createContext = new PooledDbContextFactory<PostgreSqlStateContext>(built, MostPooledContexts).CreateDbContext;
            _readers = _writers = new SemaphoreSlim(MostConnections);
            return;
        }

        var sqlite = new DbContextOptionsBuilder<SqliteStateContext>().UseSqlite(connectionString).AddInterceptors(new SqliteSettings()).Options;
        _createContext = new PooledDbContextFactory<SqliteStateContext>(sqlite, MostPooledContexts).CreateDbContext;
        _writers = new SemaphoreSlim(1);
        if (Provider == StateProvider.Memory)
        {
            _readers = _writers;
            _keepsMemoryAlive = new SqliteConnection(connectionString);
            _keepsMemoryAlive.Open();
        }
    }

    public StateProvider Provider { get; }

    public bool IsPostgreSql => Provider == StateProvider.PostgreSql;

    /// <summary>The rows themselves, without the waiting and the translated faults: for migrations and for the keys.</summary>
    public StateContext CreateContext() => _createContext();

    public Task<T> ReadAsync<T>(Func<StateContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        UseAsync(_readers, async (db, token) =>
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            return await read(db, token);
        }, cancellationToken);

    /// <summary>Runs the work in a transaction and commits it.</summary>
    public Task<T> WriteAsync<T>(Func<StateContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        UseAsync(_writers, async (db, token) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var result = await work(db, token);
            await transaction.CommitAsync(token);
            return result;
        }, cancellationToken);

    public Task WriteAsync(Func<StateContext, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        WriteAsync<object?>(async (db, token) =>
        {
            await work(db, token);
            return null;
        }, cancellationToken);

    /// <summary>Runs the work in a transaction and takes it back.</summary>
    public Task RehearseAsync<T>(Func<StateContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        UseAsync(_writers, async (db, token) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var result = await work(db, token);
            await transaction.RollbackAsync(token);
            return result;
        }, cancellationToken);

    /// <summary>Runs commands that no transaction may hold.</summary>
    public Task<T> MaintainAsync<T>(Func<StateContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        UseAsync(_writers, work, cancellationToken);

    /// <summary>The moment by the clock that all replicas share: the database's; with SQLite, which is on this machine, the program's.</summary>
    public async ValueTask<DateTimeOffset> NowAsync(StateContext db, CancellationToken cancellationToken) =>
        IsPostgreSql
            ? DateTimeOffset.FromUnixTimeMilliseconds(await db.Database
                .SqlQuery<long>($"SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS \"Value\"")
                .SingleAsync(cancellationToken))
            : _time.GetUtcNow();

    public void Dispose()
    {
        _keepsMemoryAlive?.Dispose();
        _writers.Dispose();
    }

    private async Task<T> UseAsync<T>(
        SemaphoreSlim? gate, Func<StateContext, CancellationToken, Task<T>> use, CancellationToken cancellationToken)
    {
        if (gate is not null)
        {
            await gate.WaitAsync(cancellationToken);
        }

        try
        {
            await using var db = _createContext();
            return await use(db, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && StoreFaults.IsConflict(fault))
        {
            throw new StateConflictException(fault);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && StoreFaults.Unavailable(fault) is not null)
        {
            throw StoreFaults.Unavailable(fault)!;
        }
        finally
        {
            gate?.Release();
        }
    }
}
