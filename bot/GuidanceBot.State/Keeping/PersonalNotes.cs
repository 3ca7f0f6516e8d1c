using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Transactions;
using GuidanceBot.Turns.Keeping;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.State.Keeping;

/// <summary>Notes of people in one table.</summary>
/// <remarks>
/// A turn that has read a note writes on what it read: when another turn of the same person, in another conversation, was faster, the
/// turn is done again.
/// </remarks>
internal abstract class PersonalNotes<TRow>(
    RecordKind kind, StateDatabase database, Pseudonyms pseudonyms, Seal seal, UnreadableRecords unreadable, TimeProvider time)
    where TRow : PersonalRow, new()
{
    public async ValueTask<byte[]?> GetAsync(PersonKey person, string name, CancellationToken cancellationToken)
    {
        var key = KeyOf(person, name);
        var unit = CurrentTurn.Unit;
        if (unit is { IsDetached: true })
        {
            return null;
        }

        if (unit is not null && unit.Notes.TryGetValue((typeof(TRow), key, name), out var note))
        {
            return note.Content;
        }

        var row = await database.ReadAsync(
            (db, token) => db.Set<TRow>().FirstOrDefaultAsync(r => r.Person == key && r.Name == name, token), cancellationToken);
        var content = row is null ? null : await OpenAsync(row, cancellationToken);
        unit?.Notes.Add((typeof(TRow), key, name), new PersonalNote(row?.Version ?? 0, content));
        return content;
    }

    public ValueTask SaveAsync(PersonKey person, string name, byte[] content, CancellationToken cancellationToken)
    {
        var key = KeyOf(person, name);
        var payload = seal.Close(kind, SealKey(key, name), content);
        return WriteAsync(key, name, content, (db, read, token) => PutAsync(db, key, name, payload, read, token), cancellationToken);
    }

    public ValueTask DeleteAsync(PersonKey person, string name, CancellationToken cancellationToken)
    {
        var key = KeyOf(person, name);
        return WriteAsync(
            key, name, null, (db, _, token) => db.Set<TRow>().Where(r => r.Person == key && r.Name == name).ExecuteDeleteAsync(token), cancellationToken);
    }

    private async ValueTask WriteAsync(
        Guid key, string name, byte[]? content, Func<StateContext, long?, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        if (CurrentTurn.Unit is not { } unit)
        {
            await database.WriteAsync((db, token) => write(db, null, token), cancellationToken);
            return;
        }

        // Only the first write of a turn is on what was read; the next ones are on the turn's own.
        var note = (typeof(TRow), key, name);
        var read = unit.Notes.TryGetValue(note, out var known) ? known.ReadVersion : null;
        unit.Notes[note] = new PersonalNote(null, content);
        unit.Add((db, token) => write(db, read, token));
    }

    private async Task PutAsync(StateContext db, Guid key, string name, byte[] payload, long? read, CancellationToken cancellationToken)
    {
        var version = TurnStore.NewVersion();
        var now = time.GetUtcNow();
        var written = await db.Set<TRow>()
            .Where(r => r.Person == key && r.Name == name && (read == null || r.Version == read))
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Payload, payload).SetProperty(r => r.Version, version).SetProperty(r => r.UsedAt, now),
                cancellationToken);
        if (written == 0)
        {
            if (read is not (null or 0))
            {
                throw new StateConflictException();
            }

            // Somebody else's of the same moment makes this fail, and the turn is done again.
            db.Add(new TRow { Person = key, Name = name, Payload = payload, Version = version, UsedAt = now });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<byte[]?> OpenAsync(TRow row, CancellationToken cancellationToken)
    {
        try
        {
            return seal.Open(kind, SealKey(row.Person, row.Name), row.Payload).ToArray();
        }
        catch (UnreadableRecordException)
        {
            await unreadable.SetAsideAsync(kind, row.Person, row.Payload, cancellationToken);
            return null;
        }
    }

    private Guid KeyOf(PersonKey person, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, StateContext.MostNameCharacters, nameof(name));
        return pseudonyms.OfPerson(person.ChannelId, person.TenantId, person.Id);
    }

    /// <summary>A note cannot be passed off as another of the same person.</summary>
    private Guid SealKey(Guid person, string name) => pseudonyms.OfActivity(person, name, "");
}

internal sealed class StoredDrafts(StateDatabase database, Pseudonyms pseudonyms, Seal seal, UnreadableRecords unreadable, TimeProvider time)
    : PersonalNotes<DraftRow>(RecordKind.Draft, database, pseudonyms, seal, unreadable, time), IDrafts;

internal sealed class StoredPeople(StateDatabase database, Pseudonyms pseudonyms, Seal seal, UnreadableRecords unreadable, TimeProvider time)
    : PersonalNotes<PersonRow>(RecordKind.Person, database, pseudonyms, seal, unreadable, time), IPeople;
