namespace GuidanceBot.Knowledge.Passages;

/// <summary>How far a source can be trusted. What is lower than these does not belong in the corpus.</summary>
public enum SourceConfidence
{
    /// <summary>Official but old, undated or seen in part; or a good second-hand account.</summary>
    Medium,

    /// <summary>An official page, read directly, that nothing contradicts.</summary>
    High,
}
