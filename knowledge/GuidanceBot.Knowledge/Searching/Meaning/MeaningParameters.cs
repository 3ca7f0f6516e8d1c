namespace GuidanceBot.Knowledge.Searching.Meaning;

/// <summary>What nearness in meaning counts beside words. All without a unit.</summary>
/// <remarks>How they were measured: <c>knowledge/decisions/0010-meaning-beside-words.md</c>.</remarks>
internal sealed record MeaningParameters
{
    public static MeaningParameters Default { get; } = new();

    /// <summary>What full nearness adds to a passage's confidence; words alone come to about 1.</summary>
    public double Weight { get; init; } = 0.9;

    /// <summary>The nearness that neither adds nor takes, so that the bands keep their thresholds.</summary>
    public double Pivot { get; init; } = 0.5;

    /// <summary>How many passages that are nearest in meaning are scored in full although the plain search may not know them.</summary>
    public int Candidates { get; init; } = 20;
}
