namespace GuidanceBot.Knowledge.Passages;

/// <summary>One sentence of a passage: a stretch of <see cref="Passage.Text"/> and what is known about it.</summary>
/// <param name="Start">Offset of its first character in the passage's text, in UTF-16 code units.</param>
/// <param name="Length">Its length in UTF-16 code units, list marker and surrounding space excluded.</param>
/// <param name="Sources">The codes of its sources, keys of <see cref="Document.Sources"/> or <see cref="Source.Ours"/>.</param>
/// <param name="Modality">How binding it is.</param>
/// <param name="QualifiesPrevious">It limits or excepts from the sentence before it, and travels with it ("Unless …", "Do not …").</param>
/// <param name="IsListItem">It stands in a list.</param>
/// <param name="IntroducesList">It ends in a colon and the list items after it complete it.</param>
public sealed record Sentence(
    int Start,
    int Length,
    IReadOnlyList<string> Sources,
    Modality Modality,
    bool QualifiesPrevious,
    bool IsListItem,
    bool IntroducesList)
{
    /// <summary>Offset just behind its last character.</summary>
    public int End => Start + Length;
}
