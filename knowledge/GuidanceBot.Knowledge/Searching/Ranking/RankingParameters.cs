namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>The numbers of the ranking, each with its meaning. All are weights without a unit unless said.</summary>
/// <remarks>Where they come from and what was tried: <c>knowledge/decisions/0001-rank-with-bm25-and-headings.md</c>.</remarks>
internal sealed record RankingParameters
{
    public static RankingParameters Default { get; } = new();

    /// <summary>BM25: how soon further occurrences of a word stop counting.</summary>
    public double K1 { get; init; } = 1.2;

    /// <summary>BM25: how much a long passage is held back, 0 not at all, 1 in full.</summary>
    public double B { get; init; } = 0.75;

    /// <summary>How many times over a heading's words count among the passage's words.</summary>
    public int HeadingRepeats { get; init; } = 3;

    /// <summary>Added to a heading's own idf when the share of it that was asked for is taken: the higher, the less short headings gain.</summary>
    public double HeadingSmoothing { get; init; } = 5;

    /// <summary>The heading factor of a passage that has no heading.</summary>
    public double NoHeadingFactor { get; init; } = 1.3;

    /// <summary>The power of a word's count in the question.</summary>
    public double QueryCountPower { get; init; } = 0.5;

    /// <summary>How many passages of the plain search are scored in full.</summary>
    public int Candidates { get; init; } = 100;

    /// <summary>
    /// The most places in the index that the plain search looks at: the least telling words of a question are left to the full scoring
    /// when they stand nearly everywhere. Never reached below some ten thousand passages.
    /// </summary>
    public int MostPlaces { get; init; } = 60_000;

    /// <summary>Two neighbouring words of the question, side by side and in order.</summary>
    public double OrderedPair { get; init; } = 0.15;

    /// <summary>Two neighbouring words of the question within <see cref="PairWindow"/>, in any order.</summary>
    public double NearPair { get; init; } = 0.05;

    /// <summary>In content words.</summary>
    public int PairWindow { get; init; } = 8;

    /// <summary>The best stretch of the passage.</summary>
    public double BestWindow { get; init; } = 0.3;

    /// <summary>The length of a stretch, in content words.</summary>
    public int WindowLength { get; init; } = 60;

    /// <summary>From one stretch to the next, in content words.</summary>
    public int WindowStep { get; init; } = 30;

    /// <summary>Words outside the sentences that ask, when some do and some do not.</summary>
    public double Story { get; init; } = 0.7;

    /// <summary>Words of the conversation before this question.</summary>
    public double EarlierWords { get; init; } = 0.4;

    /// <summary>What the thesaurus adds, against the word as it was written.</summary>
    public double Expansion { get; init; } = 0.8;

    /// <summary>The document's title and topics.</summary>
    public double DocumentShare { get; init; } = 0.2;

    /// <summary>How often a word counts that stands in any question that people ask the passage.</summary>
    public int AskedRepeats { get; init; } = 1;

    /// <summary>What a passage of the other local area is multiplied by.</summary>
    public double OtherLocalArea { get; init; } = 0.6;

    /// <summary>What a passage written for other readers is multiplied by.</summary>
    public double OtherAudience { get; init; } = 0.9;

    /// <summary>What a passage of another partnership is multiplied by.</summary>
    public double OtherPartnership { get; init; } = 0.7;

    /// <summary>The most different words of one question that are searched; the most telling are kept.</summary>
    public int MostWords { get; init; } = 100;
}
