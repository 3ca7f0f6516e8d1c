namespace GuidanceBot.Turns.Drafts;

/// <summary>How long saved answers are kept.</summary>
/// <param name="Length">Since they were saved.</param>
/// <param name="OutlastsProgram">False: they are gone before, when the program ends.</param>
public sealed record DraftLifetime(TimeSpan Length, bool OutlastsProgram);
