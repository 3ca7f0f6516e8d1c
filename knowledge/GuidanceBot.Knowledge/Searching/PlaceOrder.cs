using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Questions;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Searching;

/// <summary>Puts what holds here, and is written for the one who asks, first.</summary>
/// <remarks>
/// Another partnership's rule never stands above a local passage that could be offered, unless the question names something that
/// no local passage speaks of ("what does Rotherham do?").
/// </remarks>
internal sealed class PlaceOrder
{
    private readonly IReadOnlyList<Passage> _passages;
    private readonly RankingParameters _parameters;
    private readonly HashSet<int> _localTerms = [];
    private readonly PassageTerms _terms;

    public PlaceOrder(IReadOnlyList<Passage> passages, PassageIndex index, RankingParameters parameters)
    {
        (_passages, _terms, _parameters) = (passages, index.Terms, parameters);
        for (var passage = 0; passage < passages.Count; passage++)
        {
            if (!IsElsewhere(passages[passage]))
            {
                _localTerms.UnionWith(_terms.Headings[passage].ToArray());
                _localTerms.UnionWith(_terms.Bodies[passage].ToArray());
            }
        }
    }

    /// <param name="scores">The passages that were found.</param>
    /// <param name="request">Where and for whom.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="canBeOffered">Whether a passage is near enough to the question to be offered.</param>
    public List<PlacedScore> Order(
        IEnumerable<PassageScore> scores, SearchRequest request, AskedQuestion question, Func<PassageScore, bool> canBeOffered)
    {
        var ranked = scores.Select(s => new PlacedScore(s, FactorOf(_passages[s.Passage], request)))
            .OrderByDescending(s => s.Total)
            .ThenBy(s => s.Score.Passage)
            .ToList();
        var elsewhere = ranked.Where(s => IsElsewhere(_passages[s.Score.Passage]) && !NamesWhatOnlyItHas(s.Score.Passage, question)).ToList();
        var lastLocal = ranked.FindLastIndex(s => !IsElsewhere(_passages[s.Score.Passage]) && canBeOffered(s.Score));
        if (elsewhere.Count == 0 || lastLocal < 0)
        {
            return ranked;
        }

        var before = ranked[..(lastLocal + 1)];
        var behind = elsewhere.Where(before.Contains).ToList();
        return [.. before.Except(behind), .. behind, .. ranked[(lastLocal + 1)..]];
    }

    private static bool IsElsewhere(Passage passage) => passage.Status == PassageStatus.OtherArea || passage.Area == Area.Other;

    private double FactorOf(Passage passage, SearchRequest request)
    {
        var factor = IsElsewhere(passage) ? _parameters.OtherPartnership : 1;
        if (request.Area is { } area && IsOtherLocal(passage.Area, area))
        {
            factor *= _parameters.OtherLocalArea;
        }

        return request.Audience is { } audience && !passage.Audience.Contains(audience) ? factor * _parameters.OtherAudience : factor;
    }

    private static bool IsOtherLocal(Area passage, Area asked) =>
        (passage, asked) is (Area.Derby, Area.Derbyshire) or (Area.Derbyshire, Area.Derby);

    private bool NamesWhatOnlyItHas(int passage, AskedQuestion question)
    {
        foreach (var term in question.Terms)
        {
            if (!_localTerms.Contains(term.Term) && (_terms.Headings[passage].Contains(term.Term) || _terms.Bodies[passage].Contains(term.Term)))
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="Score">The passage's own score.</param>
/// <param name="PlaceFactor">What area, audience and status multiply it by.</param>
internal readonly record struct PlacedScore(PassageScore Score, double PlaceFactor)
{
    public double Total => Score.Total * PlaceFactor;
}
