namespace GuidanceBot.Knowledge.Passages;

/// <summary>How binding a sentence is, read from its own words, which are never softened.</summary>
public enum Modality
{
    /// <summary>It states something and asks for nothing.</summary>
    None,
    May,
    Should,
    Must,

    /// <summary>Do not, never, must not, should not.</summary>
    DoNot,
}
