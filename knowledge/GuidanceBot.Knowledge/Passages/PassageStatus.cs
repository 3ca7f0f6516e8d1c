namespace GuidanceBot.Knowledge.Passages;

/// <summary>Whether a passage may be served as what the partnership says.</summary>
public enum PassageStatus
{
    /// <summary>It may.</summary>
    Held,

    /// <summary>It says that this is not held here, and who holds it.</summary>
    NotHeld,

    /// <summary>It is another partnership's rule: only ever with that warning, never above a local passage.</summary>
    OtherArea,

    /// <summary>Sources disagree; the passage gives both.</summary>
    Conflict,
}
