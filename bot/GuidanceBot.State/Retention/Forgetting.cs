using GuidanceBot.State.Database;
using GuidanceBot.State.Secrets;
using GuidanceBot.State.Transactions;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.State.Retention;

/// <summary>"Forget me": at once, in every table, and in the file.</summary>
internal sealed class Forgetting(StateDatabase database, Pseudonyms pseudonyms, Erasure erasure) : IForgetting
{
    public async ValueTask ForgetAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var key = pseudonyms.OfPerson(person.ChannelId, person.TenantId, person.Id);
        if (CurrentTurn.Unit is { } unit)
        {
            var own = unit.Keys.Conversation;
            unit.Forget();
            // The turn's own row is cleared by the turn itself: what it replies must still go out.
            unit.Add(async (db, token) =>
            {
                await Rows.ForgetPersonAsync(db, key, token);
                await Rows.ForgetRecordsOfAsync(db, own, token);
            });
            return;
        }

        await database.WriteAsync((db, token) => Rows.ForgetPersonAsync(db, key, token), cancellationToken);
        await erasure.EraseAsync(cancellationToken);
    }
}
