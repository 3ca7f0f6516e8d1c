namespace GuidanceBot.Protocol.Receiving;

/// <summary>What the bot does with an activity. Register one, as a singleton.</summary>
/// <remarks>
/// It is called once for each activity id, and for one activity of a conversation at a time, in the order they arrived;
/// for different conversations at once. The caller is proven and the activity checked before.
/// </remarks>
public interface ITurnHandler
{
    /// <summary>Deals with one activity. The turn is over when the task is done.</summary>
    /// <param name="context">The activity and the ways to answer it; not to be used after the turn.</param>
    /// <param name="cancellationToken">Cancelled when the turn's time is up (5 s for an invoke) or the program ends.</param>
    Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken);
}
