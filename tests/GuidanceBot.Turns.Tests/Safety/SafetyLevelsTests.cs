using GuidanceBot.Turns.Safety;

namespace GuidanceBot.Turns.Tests.Safety;

/// <summary>How fast somebody must act, by what is told.</summary>
public sealed class SafetyLevelsTests
{
    public static TheoryData<string, DangerLevel, DangerKind> Told => new()
    {
        { "babby int breathing", DangerLevel.Emergency, DangerKind.NotBreathing },
        { "infant cyanosed sats 70", DangerLevel.Emergency, DangerKind.Colour },
        { "is it normal for my baby to go floppy", DangerLevel.Emergency, DangerKind.NotBreathing },
        { "she has swallowed a button battery", DangerLevel.Emergency, DangerKind.BatteryOrPoison },
        { "baby's had some of my zopiclone by mistake", DangerLevel.Emergency, DangerKind.BatteryOrPoison },
        { "telly fell on her head", DangerLevel.Emergency, DangerKind.SeriousInjury },
        { "cord hanging out, shes in labour", DangerLevel.Emergency, DangerKind.AdultEmergency },
        { "dad says if she cries again he'll throw her out of the window", DangerLevel.Emergency, DangerKind.ThreatToBaby },
        { "hes got a knife and hes in the house with the baby", DangerLevel.Emergency, DangerKind.WeaponOrViolence },
        { "she says she wants to end her life tonight", DangerLevel.Emergency, DangerKind.SuicideOrSelfHarm },
        { "newborn found in a carrier bag outside the church", DangerLevel.Emergency, DangerKind.ChildInDangerNow },
        { "5 week old, temperature 38.4", DangerLevel.Emergency, DangerKind.FeverUnder3Months },
        { "12 day old, 38.6 under the arm", DangerLevel.Emergency, DangerKind.FeverUnder3Months },
        { "5 wk old, temp thirty nine degrees", DangerLevel.Emergency, DangerKind.FeverUnder3Months },
        { "4 week old reading thirty eight point two on the scanner", DangerLevel.Emergency, DangerKind.FeverUnder3Months },
        { "two months old, not fed since lunch and showing 38 on the ear thermometer", DangerLevel.Emergency, DangerKind.FeverUnder3Months },
        { "her temp is 38.9, what do i do", DangerLevel.UrgentSameDay, DangerKind.FeverAgeNotSaid },
        { "her leg is a strange shape since the fall, 5 months", DangerLevel.Emergency, DangerKind.SeriousInjury },
        { "arm bent the wrong way", DangerLevel.Emergency, DangerKind.SeriousInjury },
        { "6 wk old with a bruise on his cheek", DangerLevel.UrgentSameDay, DangerKind.MarkOnNonMobileBaby },
        { "im scared i might hurt her", DangerLevel.NeedsPerson, DangerKind.FrightenedOfHarmingBaby },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void What_is_told_says_how_fast_somebody_must_act(string message, DangerLevel level, DangerKind kind)
    {
        var finding = SafetyFiles.SafetyCheck.Check(message);

        Assert.NotNull(finding);
        Assert.Equal((level, kind), (finding.Level, finding.Kind));
    }
}
