using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Knowledge.Searching.Questions;

namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>The ranking itself: Lucene finds the likeliest passages, then each is scored closely.</summary>
internal static class PassageRanking
{
    /// <returns>Best first; equal scores in the order of the index.</returns>
    /// <param name="index">Where.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="parameters">The numbers of the ranking.</param>
    /// <param name="nearness">How near each passage is in meaning, by its number; null without an encoder.</param>
    /// <param name="meaning">What that counts.</param>
    public static List<PassageScore> Rank(
        PassageIndex index, AskedQuestion question, RankingParameters parameters, double[]? nearness = null, MeaningParameters? meaning = null)
    {
        using var scorer = new PassageScorer(index, question, parameters);
        var found = index.Find(TermsToFind(index, question, parameters), parameters.Candidates);
        var scores = nearness is null || meaning is null
            ? found.Select(scorer.Score).ToList()
            : found.Union(Nearest(nearness, meaning.Candidates)).Select(passage => scorer.Score(passage) with
            {
                Meaning = meaning.Weight * (nearness[passage] - meaning.Pivot) * (parameters.K1 + 1) * question.MostTelling,
            }).ToList();
        scores.Sort((one, other) => (other.Total, one.Passage).CompareTo((one.Total, other.Passage)));
        return scores;
    }

    private static IEnumerable<int> Nearest(double[] nearness, int count) =>
        Enumerable.Range(0, nearness.Length).OrderByDescending(passage => nearness[passage]).Take(count);

    private static List<(int Term, float Weight)> TermsToFind(PassageIndex index, AskedQuestion question, RankingParameters parameters)
    {
        var terms = new List<(int Term, float Weight)>();
        var places = 0;
        foreach (var term in question.Terms.OrderByDescending(t => t.Idf * t.Weight).ThenBy(t => t.Term))
        {
            places += index.Terms.Vocabulary.PassagesWith(term.Term);
            if (terms.Count > 0 && places > parameters.MostPlaces)
            {
                break;
            }

            terms.Add((term.Term, (float)term.Weight));
        }

        return terms;
    }
}
