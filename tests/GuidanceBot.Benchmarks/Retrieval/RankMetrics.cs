namespace GuidanceBot.Benchmarks.Retrieval;

/// <summary>How good rankings are, averaged over the queries that have at least one relevant text. As trec_eval has them.</summary>
internal sealed class RankMetrics
{
    private const int Depth = 10;

    private double _gain;
    private double _reciprocalRank;
    private double _recall;
    private int _first;
    private int _firstThree;

    public int Queries { get; private set; }

    /// <summary>With linear gain: a text's grade over the logarithm of its place.</summary>
    public double Ndcg => _gain / Queries;

    public double Mrr => _reciprocalRank / Queries;

    public double Recall => _recall / Queries;

    public double SuccessAt1 => _first / (double)Queries;

    public double SuccessAt3 => _firstThree / (double)Queries;

    /// <param name="ranked">Ids, best first.</param>
    /// <param name="grades">The grade of each judged text; what is not judged is not relevant.</param>
    public void Add(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        var relevant = grades.Values.Where(g => g > 0).OrderDescending().ToList();
        if (relevant.Count == 0)
        {
            return;
        }

        var found = ranked.Take(Depth).Select(id => Math.Max(0, grades.GetValueOrDefault(id))).ToList();
        var first = found.FindIndex(g => g > 0);
        Queries++;
        _gain += Dcg(found) / Dcg(relevant.Take(Depth));
        _reciprocalRank += first < 0 ? 0 : 1.0 / (first + 1);
        _recall += found.Count(g => g > 0) / (double)relevant.Count;
        _first += first == 0 ? 1 : 0;
        _firstThree += first is >= 0 and < 3 ? 1 : 0;
    }

    private static double Dcg(IEnumerable<int> grades) => grades.Select((grade, index) => grade / Math.Log2(index + 2)).Sum();
}
