namespace GuidanceBot.Turns.Safety;

/// <summary>What the check made of a message.</summary>
/// <param name="Alarm">The most urgent danger; null when there is none.</param>
/// <param name="AlsoFound">Other dangers in the same message, one a kind, most urgent first.</param>
/// <param name="Hint">Danger spoken of but not present; only when there is no alarm.</param>
public sealed record SafetyResult(SafetyFinding? Alarm, IReadOnlyList<SafetyFinding> AlsoFound, SafetyHint? Hint)
{
    public static SafetyResult Calm { get; } = new(null, [], null);
}
