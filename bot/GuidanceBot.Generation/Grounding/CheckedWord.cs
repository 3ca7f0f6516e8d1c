namespace GuidanceBot.Generation.Grounding;

/// <summary>One word of a text as it is compared.</summary>
/// <param name="Text">In small letters, plural and contraction undone, numbers as digits: equal texts say the same.</param>
/// <param name="Kind">What sort of word it is.</param>
/// <param name="Segment">The number of the stretch between breaks that it stands in, from 0.</param>
/// <param name="Sentence">The number of the sentence that it stands in, from 0.</param>
/// <param name="BreakAfter">A comma, a dash or a bracket follows, or the sentence ends.</param>
/// <param name="Written">As it was written.</param>
internal sealed record CheckedWord(string Text, WordKind Kind, int Segment, int Sentence, bool BreakAfter, string Written);

/// <summary>What sort of word it is, by which a difference is named.</summary>
internal enum WordKind
{
    Plain,
    Name,
    Token,
    Figure,
    Negation,
    Modality,
    Condition,
}
