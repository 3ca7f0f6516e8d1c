using System.Text.Json;
using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Transactions;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.State.Keeping;

/// <summary>What is only ever added: which passages were shown, and what people think of answers.</summary>
internal sealed class StoredJournal(StateDatabase database, Pseudonyms pseudonyms, Seal seal, TimeProvider time) : IShownGuidance, IFeedback
{
    public ValueTask AddAsync(
        string conversation, PersonKey? person, IReadOnlyList<ShownPassage> passages, CancellationToken cancellationToken)
    {
        var (row, who, now) = (ConversationKey.Of(conversation, pseudonyms), KeyOf(person), time.GetUtcNow());
        return AddAsync(
            passages.Select(passage => new ShownRow
            {
                Id = Guid.CreateVersion7(now),
                Conversation = row,
                Person = who,
                Passage = passage.Passage,
                Edition = passage.Edition,
                Status = passage.Status,
                At = now,
            }),
            cancellationToken);
    }

    public ValueTask AddAsync(string conversation, PersonKey? person, Feedback feedback, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var content = JsonSerializer.SerializeToUtf8Bytes(feedback, StateJson.Default.Feedback);
        return AddAsync(
            [
                new FeedbackRow
                {
                    Id = id,
                    Conversation = ConversationKey.Of(conversation, pseudonyms),
                    Person = KeyOf(person),
                    Payload = seal.Close(RecordKind.Feedback, id, content),
                    At = now,
                },
            ],
            cancellationToken);
    }

    private async ValueTask AddAsync(IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        object[] added = [.. rows];
        if (CurrentTurn.Unit is { } unit)
        {
            unit.Add((db, _) =>
            {
                db.AddRange(added);
                return Task.CompletedTask;
            });
            return;
        }

        await database.WriteAsync((db, token) =>
        {
            db.AddRange(added);
            return db.SaveChangesAsync(token);
        }, cancellationToken);
    }

    private Guid? KeyOf(PersonKey? person) => person is null ? null : pseudonyms.OfPerson(person.ChannelId, person.TenantId, person.Id);
}
