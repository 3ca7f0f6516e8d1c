namespace GuidanceBot.Turns.Safety;

/// <summary>What kind of danger a message tells of. Closed: danger-signs.yaml says for each what to do.</summary>
/// <remarks>In the order of urgency: where a message tells of several of one level, the first of these is answered.</remarks>
public enum DangerKind
{
    NotBreathing,
    Choking,
    BabyInWater,
    Suffocation,
    Unresponsive,
    FoundDead,
    Fit,
    Colour,
    BreathingDifficulty,
    WeaponOrViolence,
    Shaken,
    SeriousInjury,
    BatteryOrPoison,
    Burn,
    AdultEmergency,
    SeriousIllness,
    ThreatToBaby,
    SuicideOrSelfHarm,
    MissingOrAbducted,
    ChildInDangerNow,
    DomesticAbuseNow,
    FeverUnder3Months,
    FeverAgeNotSaid,
    MarkOnNonMobileBaby,
    FrightenedOfHarmingBaby,
    AbuseDisclosed,
}
