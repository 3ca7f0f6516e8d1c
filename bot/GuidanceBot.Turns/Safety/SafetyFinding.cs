namespace GuidanceBot.Turns.Safety;

/// <summary>A danger that a message tells of. Holds places in the message, never its text, so it may be logged.</summary>
/// <param name="SignId">The sign in danger-signs.yaml that was met.</param>
/// <param name="Kind">What kind of danger, which decides what is said.</param>
/// <param name="Level">How fast somebody must act.</param>
/// <param name="Template">The template in bot/wording/safety.lg that says what to do.</param>
/// <param name="Contacts">Whom to call: ids in contacts.yaml, first things first.</param>
/// <param name="Pathway">The guided conversation to begin or offer; null when there is none.</param>
/// <param name="Spans">Where in the message the sign stands.</param>
public sealed record SafetyFinding(
    string SignId,
    DangerKind Kind,
    DangerLevel Level,
    string Template,
    IReadOnlyList<string> Contacts,
    string? Pathway,
    IReadOnlyList<TextSpan> Spans);
