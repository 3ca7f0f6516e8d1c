using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Retention;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.State.Outbox;

/// <summary>The outbox's rows.</summary>
internal sealed class OutboxStore(StateDatabase database, Replica replica, Erasure erasure)
{
    /// <summary>A long queue is read in parts.</summary>
    private const int MostAtOnce = 50;

    /// <summary>The replies that wait in a conversation, in their order, from the next one on.</summary>
    public Task<List<WaitingReply>> WaitingAsync(Guid conversation, CancellationToken cancellationToken) => database.ReadAsync(
        (db, token) => db.Outbox
            .Where(row => row.Conversation == conversation
                && row.Number > db.Conversations.Where(c => c.Key == conversation).Select(c => c.Delivered).FirstOrDefault())
            .OrderBy(row => row.Number)
            .Take(MostAtOnce)
            .Select(row => new WaitingReply(row.Number, row.Payload, row.Tries, row.At))
            .ToListAsync(token),
        cancellationToken);

    /// <summary>How many replies wait, over all conversations and replicas.</summary>
    public Task<int> CountWaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync((db, token) => db.Outbox.CountAsync(row => row.GivenUpAt == null, token), cancellationToken);

    /// <summary>Records that a reply is delivered. When nothing is behind it, the conversation's delivery is over.</summary>
    /// <returns>True when it is over.</returns>
    public async Task<bool> DeliveredAsync(Guid conversation, long number, CancellationToken cancellationToken)
    {
        var (over, forgotten) = await database.WriteAsync(
            (db, token) => AdvanceAsync(db, "DELETE FROM outbox WHERE conversation = @key AND number = @number;", conversation, number, token),
            cancellationToken);
        if (forgotten)
        {
            // The last word was "I have forgotten you": now it is true of this row as well.
            await database.WriteAsync(Rows.DeleteClearedAsync, cancellationToken);
            await erasure.EraseAsync(cancellationToken);
        }

        return over;
    }

    /// <summary>Records that a reply will never be delivered, and why; what it said is gone at once.</summary>
    /// <returns>True when nothing is behind it.</returns>
    public Task<bool> GivenUpAsync(Guid conversation, WaitingReply reply, int status, CancellationToken cancellationToken) => database.WriteAsync(
        async (db, token) =>
        {
            var now = await database.NowAsync(db, token);
            await db.Outbox.Where(row => row.Conversation == conversation && row.Number == reply.Number).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.GivenUpAt, now)
                    .SetProperty(row => row.Payload, Array.Empty<byte>())
                    .SetProperty(row => row.LastStatus, status)
                    .SetProperty(row => row.Tries, reply.Tries + 1),
                token);
            return (await AdvanceAsync(db, "", conversation, reply.Number, token)).Over;
        },
        cancellationToken);

    public Task TriedAsync(Guid conversation, WaitingReply reply, int status, CancellationToken cancellationToken) => database.WriteAsync(
        (db, token) => db.Outbox.Where(row => row.Conversation == conversation && row.Number == reply.Number).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LastStatus, status).SetProperty(row => row.Tries, reply.Tries + 1), token),
        cancellationToken);

    /// <summary>Whether this replica still delivers to the conversation.</summary>
    public Task<bool> IsMineAsync(Guid conversation, CancellationToken cancellationToken) => database.ReadAsync(
        (db, token) => db.Conversations.AnyAsync(row => row.Key == conversation && row.DeliveringBy == replica.Id, token), cancellationToken);

    /// <summary>For a conversation that counts more replies than there are: another replica deleted what it had delivered, and ended.</summary>
    /// <returns>True when nothing waits.</returns>
    public Task<bool> SettleAsync(Guid conversation, CancellationToken cancellationToken) => database.WriteAsync(
        async (db, token) =>
        {
            var mine = db.Conversations.Where(row => row.Key == conversation && row.DeliveringBy == replica.Id);
            // Holds the row, so that no turn adds a reply between the two looks.
            if (await mine.ExecuteUpdateAsync(set => set.SetProperty(row => row.DeliveringBy, replica.Id), token) == 0)
            {
                return true;
            }

            if (await db.Outbox.AnyAsync(
                row => row.Conversation == conversation && row.GivenUpAt == null && row.Number > mine.Select(c => c.Delivered).First(), token))
            {
                return false;
            }

            await mine.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Delivered, row => row.Enqueued).SetProperty(row => row.DeliveringBy, (Guid?)null), token);
            return true;
        },
        cancellationToken);

    private async Task<Advance> AdvanceAsync(
        StateContext db, string first, Guid conversation, long number, CancellationToken cancellationToken)
    {
        // Whether anything is behind it and that nobody delivers any more is one step: what is put in meanwhile is not overlooked.
        const string Sql =
            """
            UPDATE conversations SET delivered = @number, delivering_by = CASE WHEN enqueued = @number THEN NULL ELSE delivering_by END
            WHERE key = @key AND delivering_by = @me
            RETURNING delivering_by IS NULL, state IS NULL AND address IS NULL AND enqueued = @number
            """;
        await using var statements = new Statements(db, first + Sql).With("key", conversation).With("number", number).With("me", replica.Id);
        return await statements.RunAsync(row => new Advance(row.GetBoolean(0), row.GetBoolean(1)), cancellationToken) ?? new Advance(true, false);
    }

    private sealed record Advance(bool Over, bool Forgotten);
}

/// <summary>A reply that waits.</summary>
/// <param name="Number">Its place in the conversation.</param>
/// <param name="Payload">A <see cref="ReplyRecord"/>, encrypted.</param>
/// <param name="Tries">How many have failed.</param>
/// <param name="At">When it was put in.</param>
internal sealed record WaitingReply(long Number, byte[] Payload, int Tries, DateTimeOffset At);
