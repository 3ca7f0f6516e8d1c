using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using GuidanceBot.State.Transactions;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.State.Secrets;

/// <summary>What is done with a record that cannot be read: it is told, set aside, and its owner begins anew.</summary>
internal sealed class UnreadableRecords(StateDatabase database, TimeProvider time, StateMeter meter, ILogger<UnreadableRecords> logger)
{
    public async Task SetAsideAsync(RecordKind kind, Guid key, byte[] payload, CancellationToken cancellationToken)
    {
        logger.RecordUnreadable(kind, key);
        meter.Unreadable(kind.ToString());
        var fault = new FaultRow { Id = Guid.CreateVersion7(), Kind = kind.ToString(), Key = key, Payload = payload, At = time.GetUtcNow() };
        if (CurrentTurn.Unit is { } unit)
        {
            unit.Add((db, _) =>
            {
                db.Faults.Add(fault);
                return Task.CompletedTask;
            });
            return;
        }

        await database.WriteAsync((db, token) =>
        {
            db.Faults.Add(fault);
            return db.SaveChangesAsync(token);
        }, cancellationToken);
    }
}
