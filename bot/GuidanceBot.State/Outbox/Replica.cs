using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Outbox;

/// <summary>This running program among those that share the store, and its sign of life.</summary>
/// <remarks>
/// A replica says until when it is to be believed alive, by the store's clock. Once that has passed, others deliver what it left.
/// So it must not begin to send when it could be taken for dead before that ends: <see cref="MayBeginSending"/> goes by a clock that
/// only runs forward and counts from the moment before the sign was written.
/// </remarks>
internal sealed class Replica(StateDatabase database, IOptions<StateOptions> options, TimeProvider time)
{
    private readonly TimeSpan _lease = options.Value.Outbox.Lease;
    private long _lastSign = long.MinValue;

    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>How often to give a sign: two may be missed.</summary>
    public TimeSpan SignEvery => _lease / 4;

    public bool MayBeginSending => Volatile.Read(ref _lastSign) is not long.MinValue and var sign && time.GetElapsedTime(sign) < _lease * 0.6;

    public async Task GiveSignAsync(CancellationToken cancellationToken)
    {
        var before = time.GetTimestamp();
        await database.WriteAsync(async (db, token) =>
        {
            var until = await database.NowAsync(db, token) + _lease;
            if (await db.Replicas.Where(row => row.Id == Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.AliveUntil, until), token) == 0)
            {
                db.Replicas.Add(new ReplicaRow { Id = Id, AliveUntil = until });
                await db.SaveChangesAsync(token);
            }
        }, cancellationToken);
        Volatile.Write(ref _lastSign, before);
    }

    /// <summary>Gives everything back, so that others need not wait.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) => database.WriteAsync(async (db, token) =>
    {
        await db.Conversations.Where(row => row.DeliveringBy == Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeliveringBy, (Guid?)null), token);
        await db.Replicas.Where(row => row.Id == Id).ExecuteDeleteAsync(token);
    }, cancellationToken);

    /// <summary>Takes on conversations with replies that wait and that no living replica delivers to.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="mine">Those that this replica is at work on: not to be found again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<Guid>> TakeOverAsync(int most, IReadOnlyCollection<Guid> mine, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<Guid>>(async (db, token) =>
        {
            var now = await database.NowAsync(db, token);
            if (database.IsPostgreSql && await HasJustBegunAsync(db, now, token))
            {
                return [];
            }

            // Alive far beyond a lease can only be a sign from before the clock was put back. One that was given after we looked at the
            // clock, and before we look at the signs, is alive a little beyond a lease.
            var latest = now + (_lease * 2);
            var left = db.Conversations.Where(row => row.Enqueued > row.Delivered
                && (row.DeliveringBy == null || row.DeliveringBy == Id
                    || !db.Replicas.Any(r => r.Id == row.DeliveringBy && r.AliveUntil > now && r.AliveUntil <= latest)));
            var found = await left.OrderBy(row => row.UsedAt).Take(most + mine.Count).Select(row => row.Key).ToListAsync(token);
            var wanted = found.Except(mine).Take(most).ToList();
            if (wanted.Count == 0)
            {
                return [];
            }

            // Asks again whether they are left: another replica may have looked in the same moment.
            await left.Where(row => wanted.Contains(row.Key)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeliveringBy, Id), token);
            var taken = await db.Conversations.Where(row => wanted.Contains(row.Key) && row.DeliveringBy == Id)
                .Select(row => row.Key).ToListAsync(token);
            await db.Replicas.Where(row => row.Id != Id && (row.AliveUntil < now - (_lease * 10) || row.AliveUntil > now + (_lease * 10)))
                .ExecuteDeleteAsync(token);
            return taken;
        }, cancellationToken);

    /// <summary>
    /// While PostgreSQL was down nobody could give a sign. Until everybody has had the time to, nobody is taken for dead.
    /// </summary>
    private async Task<bool> HasJustBegunAsync(StateContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var began = await db.Database
            .SqlQuery<long>($"SELECT (extract(epoch FROM pg_postmaster_start_time()) * 1000)::bigint AS \"Value\"")
            .SingleAsync(cancellationToken);
        return now - DateTimeOffset.FromUnixTimeMilliseconds(began) < _lease;
    }
}
