using System.Security.Cryptography;
using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.State.Starting;

/// <summary>Opens the store before anything else starts: makes or migrates the tables, makes the keys, or stops with a reason.</summary>
/// <remarks>One replica at a time: <see cref="StartLock"/>. So two that start on an empty database make one key, not two.</remarks>
internal sealed partial class StoreStart(
    StateDatabase database, IServiceProvider services, Pseudonyms pseudonyms, StartLock startLock, TimeProvider time,
    ILogger<StoreStart> logger)
    : IHostedLifecycleService
{
    private const string PseudonymKeyName = "pseudonyms";

    /// <summary>A database that starts together with the program is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                await using var alone = await startLock.TakeAsync(cancellationToken);
                await MigrateAsync(cancellationToken);
                pseudonyms.Use(await GetPseudonymKeyAsync(cancellationToken));
                return;
            }
            catch (Exception fault) when (StoreFaults.Unavailable(fault) is { } unavailable)
            {
                if (!unavailable.MayPass || time.GetElapsedTime(began) > Patience)
                {
                    throw unavailable;
                }

                LogWaiting(unavailable.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
            {
                throw new StateUnavailableException(
                    "The folder of the SQLite file or of the keys cannot be written to. Give the program the right to write there.", false, fault);
            }
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = database.CreateContext();
        if (database.Provider == StateProvider.Memory)
        {
            await db.Database.EnsureCreatedAsync(cancellationToken);     // it never has an older form
            return;
        }

        var missing = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        if (!database.IsPostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            await ClearStaleMigrationLockAsync(db, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        LogMigrated(missing.Length, missing[^1]);
    }

    /// <summary>EF Core marks the file while it migrates, and a program that was killed leaves the mark. We hold the only right to migrate.</summary>
    private static async Task ClearStaleMigrationLockAsync(StateContext db, CancellationToken cancellationToken)
    {
        const string Exists = "SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await db.Database.SqlQueryRaw<int>(Exists).SingleAsync(cancellationToken) > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    private async Task<byte[]> GetPseudonymKeyAsync(CancellationToken cancellationToken)
    {
        // Resolved here: the keys may be in tables that were made a moment ago.
        var seal = services.GetRequiredService<Seal>();
        await using var db = database.CreateContext();
        var kept = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(secret => secret.Name == PseudonymKeyName, cancellationToken);
        if (kept is not null)
        {
            try
            {
                return seal.Open(RecordKind.Pseudonyms, Guid.Empty, kept.Payload).ToArray();
            }
            catch (UnreadableRecordException lost)
            {
                throw new InvalidOperationException(
                    "The store's keys do not open it. Set State:KeyFolder or State:KeyCertificatePath as they were, or begin with an empty store.", lost);
            }
        }

        var key = RandomNumberGenerator.GetBytes(Pseudonyms.KeyBytes);
        db.Secrets.Add(new SecretRow { Name = PseudonymKeyName, Payload = seal.Close(RecordKind.Pseudonyms, Guid.Empty, key) });
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The store is waited for: {Reason}")]
    private partial void LogWaiting(string reason);

    [LoggerMessage(LogLevel.Information, "The store was brought up to date: {Count} migrations, the last is {Last}")]
    private partial void LogMigrated(int count, string last);
}
