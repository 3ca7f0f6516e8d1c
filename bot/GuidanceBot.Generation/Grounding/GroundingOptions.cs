namespace GuidanceBot.Generation.Grounding;

/// <summary>How near to the guidance a model's answer must be. What a sentence may not add or change is fixed: see <see cref="GroundingCheck"/>.</summary>
public sealed class GroundingOptions
{
    /// <summary>The share of a passage's words that a sentence made from it must keep; where there is a condition, all.</summary>
    /// <value>0.3 to 1, no unit.</value>
    public double Coverage { get; set; } = 0.5;

    /// <summary>With an encoder: the least cosine between a sentence and what it is made from.</summary>
    /// <value>0 to 1, no unit.</value>
    public double MeaningSupport { get; set; } = 0.6;

    /// <summary>The share of sentences that may be replaced by quotes; with more the whole answer is quoted.</summary>
    /// <value>0 to 1, no unit.</value>
    public double MostReplaced { get; set; } = 0.5;

    internal IEnumerable<string> Faults(string section)
    {
        if (Coverage is not (>= 0.3 and <= 1))
        {
            yield return $"{section}:Coverage is {Coverage}. Set it to 0.3 to 1.";
        }

        if (MeaningSupport is not (>= 0 and <= 1) || MostReplaced is not (>= 0 and <= 1))
        {
            yield return $"{section}: MeaningSupport and MostReplaced are 0 to 1.";
        }
    }
}
