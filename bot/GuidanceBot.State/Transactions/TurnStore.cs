using System.Security.Cryptography;
using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.State.Transactions;

/// <summary>Reads what a turn begins with, and commits what it ends with: state, "this activity is done" and replies, at once.</summary>
internal sealed class TurnStore(StateDatabase database, Replica replica, TimeProvider time)
{
    // Not static: a compiled query belongs to one database's model.
    private readonly Func<StateContext, Guid, Guid, Task<LoadedTurn?>> _load = EF.CompileAsyncQuery(
        (StateContext db, Guid conversation, Guid activity) => db.Conversations
            .Where(row => row.Key == conversation)
            .Select(row => new LoadedTurn(
                row.Version,
                row.State,
                row.AddressDigest,
                db.Activities.Any(done => done.Key == activity),
                db.Activities.Where(done => done.Key == activity).Select(done => done.Answer).FirstOrDefault()))
            .FirstOrDefault());

    private readonly Func<StateContext, Guid, Task<LoadedTurn?>> _loadDone = EF.CompileAsyncQuery(
        (StateContext db, Guid activity) => db.Activities
            .Where(done => done.Key == activity)
            .Select(done => new LoadedTurn(0, null, null, true, done.Answer))
            .FirstOrDefault());

    public Task<LoadedTurn> BeginAsync(TurnKeys keys, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, _) =>
        {
            var activity = keys.Activity ?? Guid.Empty;
            return await _load(db, keys.Conversation, activity)
                ?? await _loadDone(db, activity)     // a conversation that was forgotten since
                ?? new LoadedTurn(0, null, null, false, null);
        },
        cancellationToken);

    /// <summary>Writes the turn.</summary>
    /// <param name="unit">What the turn did.</param>
    /// <param name="ending">How it ended.</param>
    /// <param name="cancellationToken">Ends the wait; then nothing is written.</param>
    /// <exception cref="StateConflictException">Another turn of this conversation, or this very activity elsewhere, was first.</exception>
    public Task<CommittedTurn> CommitAsync(TurnUnit unit, TurnEnding ending, CancellationToken cancellationToken) =>
        database.WriteAsync((db, token) => WriteAsync(db, unit, ending, token), cancellationToken);

    /// <summary>A turn that leaves nothing, so that the first person does not wait for what is prepared once.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var keys = new TurnKeys(Guid.NewGuid(), null, Guid.NewGuid());
        var unit = new TurnUnit(keys, await BeginAsync(keys, cancellationToken));
        await database.RehearseAsync((db, token) => WriteAsync(db, unit, new TurnEnding([[0]], true, null, null, null), token), cancellationToken);
    }

    private async Task<CommittedTurn> WriteAsync(StateContext db, TurnUnit unit, TurnEnding ending, CancellationToken cancellationToken)
    {
        var replies = ending.Replies.Count;
        await using var statements = new Statements(db, TurnSql.Of(unit, replies))
            .With("key", unit.Keys.Conversation)
            .With("person", unit.Forgets ? null : unit.Keys.Person)
            .With("state", unit.NewState)
            .With("address", unit.Forgets ? null : ending.Address)
            .With("digest", unit.Forgets ? null : ending.AddressDigest)
            .With("read", unit.Loaded.Version)
            .With("version", NewVersion())
            .With("replies", replies)
            // Whoever delivers already, else this replica if it can.
            .With("taker", replies > 0 && ending.CanDeliver ? replica.Id : null)
            .With("now", time.GetUtcNow());
        if (unit.Keys.Activity is { } activity)
        {
            statements.With("activity", activity).With("of", unit.Forgets ? null : unit.Keys.Conversation).With("answer", ending.Answer);
        }

        for (var i = 0; i < replies; i++)
        {
            statements.With(TurnSql.Reply(i), ending.Replies[i]);
        }

        var lane = await statements.RunAsync(
            row => new Lane(row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetGuid(2)), cancellationToken)
            ?? throw new StateConflictException();
        if (unit.Writes.Count > 0)
        {
            foreach (var write in unit.Writes)
            {
                await write(db, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        var first = lane.Enqueued - replies + 1;
        return new CommittedTurn(first, lane.DeliveringBy == replica.Id, lane.Delivered == first - 1);
    }

    /// <summary>Random and not counted up: a row that was deleted and made anew is never taken for the old one.</summary>
    public static long NewVersion() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) | 1;

    private sealed record Lane(long Enqueued, long Delivered, Guid? DeliveringBy);
}

/// <summary>What a turn leaves besides its state.</summary>
/// <param name="Replies">For the outbox, encrypted, in their order.</param>
/// <param name="CanDeliver">This replica takes the conversation's delivery on, unless another has.</param>
/// <param name="Answer">What is the HTTP answer, encrypted; null when there is none.</param>
/// <param name="Address">Where to write to the conversation, encrypted; null when it is as it was.</param>
/// <param name="AddressDigest">Of that address.</param>
internal sealed record TurnEnding(
    IReadOnlyList<byte[]> Replies, bool CanDeliver, byte[]? Answer, byte[]? Address, Guid? AddressDigest);

/// <summary>A turn that is written.</summary>
/// <param name="FirstNumber">The number of its first reply.</param>
/// <param name="DeliversHere">This replica delivers to the conversation.</param>
/// <param name="NothingBefore">Its first reply is the next to be delivered.</param>
internal sealed record CommittedTurn(long FirstNumber, bool DeliversHere, bool NothingBefore);
