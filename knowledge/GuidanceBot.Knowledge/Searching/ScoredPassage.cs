using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Searching;

/// <summary>A passage that bears on a question.</summary>
/// <param name="Passage">It.</param>
/// <param name="Score">No unit, no upper bound; comparable within one result only.</param>
/// <param name="Confidence">As <see cref="SearchResult.Confidence"/>, for this passage.</param>
/// <param name="BestSentences">
/// Indexes into <see cref="Passage.Sentences"/> of the one that answers, and of a second when it is within a tenth; empty when
/// none stands out.
/// </param>
/// <param name="MatchedTerms">The question's words, as the index knows them, that the passage holds, most telling first.</param>
public sealed record ScoredPassage(
    Passage Passage,
    double Score,
    double Confidence,
    IReadOnlyList<int> BestSentences,
    IReadOnlyList<string> MatchedTerms);
