namespace GuidanceBot.Knowledge.Passages;

/// <summary>What sort of document a passage comes from.</summary>
public enum DocumentKind
{
    Procedure,
    Strategy,
    Guidance,
    Learning,
}
