using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Questions;

namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>The ranking itself: Lucene finds the likeliest passages, then each is scored closely.</summary>
internal static class PassageRanking
{
    /// <returns>Best first; equal scores in the order of the index.</returns>
    public static List<PassageScore> Rank(PassageIndex index, AskedQuestion question, RankingParameters parameters)
    {
        using var scorer = new PassageScorer(index, question, parameters);
        var scores = index.Find(TermsToFind(index, question, parameters), parameters.Candidates).Select(scorer.Score).ToList();
        scores.Sort((one, other) => (other.Total, one.Passage).CompareTo((one.Total, other.Passage)));
        return scores;
    }

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
