using Microsoft.Extensions.Configuration;

namespace GuidanceBot.Turns.Escalation;

/// <summary>The stages that the guided conversation asks for.</summary>
public enum EscalationStep
{
    /// <summary>Practitioner to practitioner.</summary>
    Talk,

    /// <summary>Manager to manager.</summary>
    Manager,

    /// <summary>The escalation policy.</summary>
    Policy,

    /// <summary>A meeting to settle it.</summary>
    Meeting,
}

/// <summary>A stage of the partnership's escalation policy, as the partnership has put it in.</summary>
/// <param name="Step">Where the guided conversation asks for it.</param>
/// <param name="Name">What the policy calls it.</param>
/// <param name="Who">Who acts.</param>
/// <param name="What">What they do.</param>
/// <param name="WorkingDays">The limit; null when the policy gives none.</param>
public sealed record EscalationStage(EscalationStep Step, string Name, string Who, string What, int? WorkingDays);

/// <summary>The partnership's stages.</summary>
/// <param name="Source">The policy's title and date.</param>
/// <param name="Url">Where it can be read, or null.</param>
/// <param name="CheckedBy">Who of the partnership put the stages in or checked them.</param>
/// <param name="Stages">Each step at most once.</param>
public sealed record EscalationStages(string Source, string? Url, string CheckedBy, IReadOnlyList<EscalationStage> Stages)
{
    /// <summary>Reads them from where the settings say.</summary>
    /// <returns>Null when the partnership has put none in.</returns>
    /// <exception cref="InvalidDataException">The file is not there though it is named, or has mistakes; the message has them all, a line each.</exception>
    public static EscalationStages? Load(IConfiguration settings) =>
        EscalationServices.Stages(settings.GetSection(EscalationOptions.Section).Get<EscalationOptions>() ?? new EscalationOptions());

    public EscalationStage? Find(EscalationStep step) => Stages.FirstOrDefault(stage => stage.Step == step);
}
