namespace GuidanceBot.Knowledge.Searching;

/// <summary>What was found, and how sure one may be that it answers.</summary>
/// <param name="Hits">The passages, best first; empty when no word of the question is known.</param>
/// <param name="Confidence">
/// From 0 to about 1: the best score as a share of what the question's three most telling words could earn. Comparable between
/// questions, unlike a score.
/// </param>
/// <param name="Band">What <see cref="Confidence"/> means under the configured thresholds.</param>
/// <param name="Repairs">Words that no passage knows and the known word taken instead.</param>
/// <param name="Expansions">What the thesaurus added to the question.</param>
public sealed record SearchResult(
    IReadOnlyList<ScoredPassage> Hits,
    double Confidence,
    ConfidenceBand Band,
    IReadOnlyList<WordRepair> Repairs,
    IReadOnlyList<WordExpansion> Expansions)
{
    public ScoredPassage? Best => Hits.Count > 0 ? Hits[0] : null;
}

/// <summary>A misspelt word and what it was taken for, e.g. "brusing" and "bruising".</summary>
public sealed record WordRepair(string From, string To);

/// <summary>What people wrote and what it also searched, e.g. "settee" and "sofa".</summary>
public sealed record WordExpansion(string From, string To);
