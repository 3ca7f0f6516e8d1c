namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>How a passage came by its score.</summary>
/// <param name="Passage">Its number in the index.</param>
/// <param name="Words">BM25 of the single words.</param>
/// <param name="HeadingFactor">What the words found in its heading multiply everything by.</param>
/// <param name="Nearness">Neighbouring words of the question that are neighbours here.</param>
/// <param name="BestWindow">Its best stretch.</param>
/// <param name="DocumentShare">Its document's title and topics.</param>
internal readonly record struct PassageScore(
    int Passage, double Words, double HeadingFactor, double Nearness, double BestWindow, double DocumentShare)
{
    /// <summary>What nearness in meaning adds or takes; 0 without an encoder.</summary>
    public double Meaning { get; init; }

    public double Total => Math.Max(0, (HeadingFactor * (Words + Nearness + BestWindow + DocumentShare)) + Meaning);
}
