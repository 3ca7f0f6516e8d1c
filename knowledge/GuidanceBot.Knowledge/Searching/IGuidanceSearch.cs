namespace GuidanceBot.Knowledge.Searching;

/// <summary>Finds the passages of the guidance that bear on a question.</summary>
/// <remarks>
/// <para>
/// Ranking is Okapi BM25 (Robertson et al., "Okapi at TREC-3", 1994) with evidence from headings, neighbouring words and the
/// best stretch of a passage; see <c>knowledge/decisions/0001-rank-with-bm25-and-headings.md</c>.
/// </para>
/// <para>
/// Safe to call from many turns at once. Works in memory on the calling thread, typically under a millisecond; makes no network
/// call, logs no question and throws for no text, however odd: what cannot be read as words finds nothing.
/// </para>
/// </remarks>
public interface IGuidanceSearch
{
    /// <exception cref="ArgumentOutOfRangeException"><see cref="SearchRequest.Limit"/> is not within 1 to 100.</exception>
    SearchResult Search(SearchRequest request);

    /// <summary>The same search with its working shown; slower.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="SearchRequest.Limit"/> is not within 1 to 100.</exception>
    SearchExplanation Explain(SearchRequest request);
}
