using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Questions;

namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>The ranking itself: Lucene finds the likeliest passages, then each is scored closely.</summary>
internal static class PassageRanking
{
    /// <returns>Best first; equal scores in the order of the index.</returns>
    public static List<PassageScore> Rank(PassageIndex index, AskedQuestion question, RankingParameters parameters)
    {
        var scorer = new PassageScorer(index, question, parameters);
        var scores = index.Find([.. question.Terms.Select(t => (t.Term, (float)t.Weight))], parameters.Candidates)
            .Select(scorer.Score)
            .ToList();
        scores.Sort((one, other) => (other.Total, one.Passage).CompareTo((one.Total, other.Passage)));
        return scores;
    }
}
