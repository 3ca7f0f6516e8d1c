namespace GuidanceBot.Turns.Safety;

/// <summary>A message that speaks of a danger without one being there: answer it, with the emergency line on top.</summary>
/// <param name="SignId">The sign in danger-signs.yaml that was met.</param>
/// <param name="Kind">The danger spoken of.</param>
/// <param name="Reason">Why it is not taken to be present.</param>
/// <param name="Template">The template in bot/wording/safety.lg with that line.</param>
public sealed record SafetyHint(string SignId, DangerKind Kind, HintReason Reason, string Template);

/// <summary>Why a danger that is spoken of is not taken to be present.</summary>
public enum HintReason
{
    /// <summary>A question in general: what if, how to teach, how many.</summary>
    General,

    /// <summary>Something that lies back.</summary>
    Past,

    /// <summary>Something that is said not to be so.</summary>
    Denied,
}
