using GuidanceBot.Protocol.Receiving;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.State.Transactions;

/// <summary>Answers when the store is away. A question about a baby in danger is answered, whatever a disk does.</summary>
/// <remarks>
/// The turn runs on a conversation that is new and knows that it has lost its place, its reply goes straight to the channel, and nothing
/// is kept. While the store is away turns do not wait for it; the first that reaches it ends that.
/// </remarks>
internal sealed class WithoutStore(StateMeter meter, ILogger<WithoutStore> logger)
{
    private volatile bool _away;

    public bool StoreIsKnownToBeAway => _away;

    public void StoreIsBack() => _away = false;

    public async Task AnswerAsync(ITurnHandler inner, TurnContext context, StateUnavailableException outage, CancellationToken cancellationToken)
    {
        _away = true;
        meter.WithoutStore();
        logger.AnsweredWithoutStore(outage.Message);
        using (CurrentTurn.Enter(TurnUnit.Detached()))
        {
            await inner.OnTurnAsync(context, cancellationToken);
        }
    }
}
