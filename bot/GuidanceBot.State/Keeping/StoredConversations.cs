using System.Text.Json;
using GuidanceBot.State.Database;
using GuidanceBot.State.Retention;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Transactions;
using GuidanceBot.Turns;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.State.Keeping;

/// <summary>Conversations in the store. In a turn, that turn's conversation is read and written with the turn.</summary>
internal sealed class StoredConversations(
    StateDatabase database, Pseudonyms pseudonyms, Seal seal, UnreadableRecords unreadable, TimeProvider time) : IConversations
{
    public async ValueTask<Conversation> GetAsync(string key, CancellationToken cancellationToken)
    {
        if (CurrentTurn.Unit is { IsDetached: true })
        {
            return new Conversation { LostItsPlace = true };
        }

        var row = ConversationKey.Of(key, pseudonyms);
        var state = CurrentTurn.Unit is { } unit && unit.Keys.Conversation == row
            ? unit.NewState ?? (unit.Forgets ? null : unit.Loaded.State)
            : await ReadAsync(row, cancellationToken);
        return state is null ? new Conversation() : await OpenAsync(row, state, cancellationToken);
    }

    public async ValueTask SaveAsync(string key, Conversation conversation, CancellationToken cancellationToken)
    {
        var row = ConversationKey.Of(key, pseudonyms);
        if (CurrentTurn.Unit is not { } unit)
        {
            var kept = Close(row, conversation);
            await database.WriteAsync((db, token) => UpsertAsync(db, row, kept, token), cancellationToken);
        }
        else if (!unit.IsDetached)
        {
            RequireOwn(unit, row);
            unit.SetState(Close(row, conversation));
        }
    }

    public async ValueTask ForgetAsync(string key, CancellationToken cancellationToken)
    {
        var row = ConversationKey.Of(key, pseudonyms);
        if (CurrentTurn.Unit is not { } unit)
        {
            await database.WriteAsync((db, token) => Rows.ForgetConversationsAsync(db, c => c.Key == row, token), cancellationToken);
            return;
        }

        RequireOwn(unit, row);
        unit.Forget();
        unit.Add(async (db, token) =>
        {
            await Rows.ForgetRecordsOfAsync(db, row, token);
            await Rows.DeleteClearedAsync(db, token);
        });
    }

    private static void RequireOwn(TurnUnit unit, Guid row)
    {
        if (!unit.IsDetached && unit.Keys.Conversation != row)
        {
            throw new ArgumentException("A turn changes its own conversation only.", nameof(row));
        }
    }

    private Task<byte[]?> ReadAsync(Guid row, CancellationToken cancellationToken) => database.ReadAsync(
        (db, token) => db.Conversations.Where(c => c.Key == row).Select(c => c.State).FirstOrDefaultAsync(token), cancellationToken);

    private async Task<Conversation> OpenAsync(Guid row, byte[] payload, CancellationToken cancellationToken)
    {
        try
        {
            return ConversationJson.Read(seal.Open(RecordKind.Conversation, row, payload).Span);
        }
        catch (Exception fault) when (fault is UnreadableRecordException or JsonException or FormatException)
        {
            await unreadable.SetAsideAsync(RecordKind.Conversation, row, payload, cancellationToken);
            return new Conversation { LostItsPlace = true };
        }
    }

    private byte[] Close(Guid row, Conversation conversation) => seal.Close(RecordKind.Conversation, row, ConversationJson.Write(conversation));

    private Task<int> UpsertAsync(Model.StateContext db, Guid row, byte[] state, CancellationToken cancellationToken)
    {
        var version = TurnStore.NewVersion();
        var used = time.GetUtcNow().ToUnixTimeMilliseconds();
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO conversations (key, state, version, enqueued, delivered, used_at) VALUES ({row}, {state}, {version}, 0, 0, {used})
             ON CONFLICT (key) DO UPDATE SET state = excluded.state, version = excluded.version, used_at = excluded.used_at
             """,
            cancellationToken);
    }
}
