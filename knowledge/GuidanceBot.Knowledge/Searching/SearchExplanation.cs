namespace GuidanceBot.Knowledge.Searching;

/// <summary>Why a search found what it found, for <c>/why</c> and for whoever tends the guidance.</summary>
/// <param name="Terms">The question as it was searched.</param>
/// <param name="Hits">How each passage came by its score, best first.</param>
/// <param name="Result">What the search returns.</param>
public sealed record SearchExplanation(
    IReadOnlyList<ExplainedTerm> Terms, IReadOnlyList<ExplainedHit> Hits, SearchResult Result);

/// <param name="Term">A word as the index knows it.</param>
/// <param name="Written">As it was written, or the thesaurus entry it comes from.</param>
/// <param name="Idf">How telling it is: the rarer, the higher; 0 when no passage holds it.</param>
/// <param name="Weight">How much it counts: 1 for a word of the question asked once.</param>
public sealed record ExplainedTerm(string Term, string Written, double Idf, double Weight);

/// <param name="Hit">The passage.</param>
/// <param name="Words">Score of the single words.</param>
/// <param name="HeadingFactor">What the words found in its heading multiply that by.</param>
/// <param name="Nearness">Score of words that stand together as in the question.</param>
/// <param name="BestWindow">Score of its best stretch.</param>
/// <param name="DocumentShare">Score of its document's title and topics.</param>
/// <param name="PlaceFactor">What area, audience and status multiply all that by.</param>
public sealed record ExplainedHit(
    ScoredPassage Hit,
    double Words,
    double HeadingFactor,
    double Nearness,
    double BestWindow,
    double DocumentShare,
    double PlaceFactor);
