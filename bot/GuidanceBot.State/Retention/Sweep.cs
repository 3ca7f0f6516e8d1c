using GuidanceBot.State.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Retention;

/// <summary>Deletes what is past its lifetime.</summary>
internal sealed class Sweep(StateDatabase database, Erasure erasure, StateMeter meter, IOptions<StateOptions> options)
{
    private readonly StateLifetimes _lifetimes = options.Value.Lifetimes;

    /// <returns>How many records went, over all kinds.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var deleted = await database.WriteAsync(async (db, token) =>
        {
            var now = await database.NowAsync(db, token);
            var (conversations, people, drafts) = (now - _lifetimes.Conversations, now - _lifetimes.People, now - _lifetimes.Drafts);
            var (activities, addresses, feedback) = (now - _lifetimes.Activities, now - _lifetimes.Addresses, now - _lifetimes.Feedback);
            var (shown, faults) = (now - _lifetimes.Shown, now - _lifetimes.Faults);

            var counts = new List<(string Kind, int Count)>
            {
                ("conversation", await db.Conversations.Where(row => row.UsedAt < conversations && row.State != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, (byte[]?)null), token)),
                ("address", await db.Conversations.Where(row => row.UsedAt < addresses && row.Address != null)
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(row => row.Address, (byte[]?)null)
                            .SetProperty(row => row.AddressDigest, (Guid?)null)
                            .SetProperty(row => row.Person, (Guid?)null),
                        token)),
                ("person", await db.People.Where(row => row.UsedAt < people).ExecuteDeleteAsync(token)),
                ("draft", await db.Drafts.Where(row => row.UsedAt < drafts).ExecuteDeleteAsync(token)),
                ("activity", await db.Activities.Where(row => row.At < activities).ExecuteDeleteAsync(token)),
                ("feedback", await db.Feedback.Where(row => row.At < feedback).ExecuteDeleteAsync(token)),
                ("shown", await db.Shown.Where(row => row.At < shown).ExecuteDeleteAsync(token)),
                ("fault", await db.Faults.Where(row => row.At < faults).ExecuteDeleteAsync(token)),
                ("reply", await db.Outbox.Where(row => row.GivenUpAt < faults).ExecuteDeleteAsync(token)),
                ("cleared", await Rows.DeleteClearedAsync(db, token)),
            };
            return counts;
        }, cancellationToken);

        foreach (var (kind, count) in deleted.Where(d => d.Count > 0))
        {
            meter.Deleted(kind, count);
        }

        await erasure.EraseAsync(cancellationToken);
        return deleted.Sum(d => d.Count);
    }
}
