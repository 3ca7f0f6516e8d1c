namespace GuidanceBot.State.Transactions;

/// <summary>The turn that this code is a part of, if any: what is written then belongs to the turn's transaction.</summary>
/// <remarks>
/// It flows with the calls the turn awaits. So the steps of a turn need not know of transactions: see
/// bot/decisions/0101-state-one-transaction-a-turn.md.
/// </remarks>
internal static class CurrentTurn
{
    private static readonly AsyncLocal<TurnUnit?> Ambient = new();

    public static TurnUnit? Unit => Ambient.Value;

    public static Scope Enter(TurnUnit unit)
    {
        Ambient.Value = unit;
        return default;
    }

    internal readonly struct Scope : IDisposable
    {
        public void Dispose() => Ambient.Value = null;
    }
}
