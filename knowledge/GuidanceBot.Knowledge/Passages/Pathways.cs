namespace GuidanceBot.Knowledge.Passages;

/// <summary>The guided conversations that a passage may offer: a closed list, so a misspelt name is found when the file is read.</summary>
public static class Pathways
{
    public static IReadOnlyList<string> All { get; } =
    [
        "co-sleeping", "safer-sleep", "every-baby-matters", "home-safety", "escalation",
        "child-protection", "bruise", "not-agreed", "emergency", "crew",
    ];
}
