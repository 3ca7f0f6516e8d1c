namespace GuidanceBot.Knowledge.Searching;

/// <summary>What may be done with the best passage.</summary>
public enum ConfidenceBand
{
    /// <summary>"I don't hold that", with the nearest route to a person.</summary>
    Decline,

    /// <summary>Offer the closest two or three and ask to rephrase.</summary>
    Choose,

    /// <summary>Answer with it.</summary>
    Answer,
}
