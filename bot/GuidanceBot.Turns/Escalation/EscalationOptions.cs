namespace GuidanceBot.Turns.Escalation;

/// <summary>The <c>Escalation</c> section: the stages of the partnership's escalation policy.</summary>
public sealed class EscalationOptions
{
    public const string Section = "Escalation";

    /// <summary>The file that the partnership puts its stages and working-day limits into; its form is in knowledge/README.md.</summary>
    /// <value><c>knowledge/escalation-stages.yaml</c> beside the program unless set. Not there: the bot says that it does not hold the limits, and shows no date.</value>
    public string? StagesPath { get; set; }
}
