using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Knowledge.Searching.Questions;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Searching;

/// <summary>The search over the whole library.</summary>
internal sealed class GuidanceSearch : IGuidanceSearch, IDisposable
{
    private const int MostHits = 100;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly PassageIndex _index;
    private readonly QuestionReader _reader;
    private readonly PlaceOrder _places;
    private readonly SentenceTerms _sentences;
    private readonly RankingParameters _parameters;
    private readonly KnowledgeOptions _options;
    private readonly TimeProvider _clock;
    private readonly PassageMeanings? _meanings;
    private readonly LateMeanings? _late;

    public GuidanceSearch(
        GuidanceLibrary library, PassageIndex index, KnowledgeOptions options, TimeProvider clock, RankingParameters parameters, PassageMeanings? meanings = null,
        LateMeanings? late = null)
    {
        (_meanings, _late) = (meanings, late);
        (_passages, _index, _options, _clock, _parameters) = (library.Passages, index, options, clock, parameters);
        _reader = new QuestionReader(index, new PhraseBook(library.Thesaurus), parameters);
        _sentences = new SentenceTerms(index.Terms.Vocabulary);
        _places = new PlaceOrder(library.Passages, index, parameters);
    }

    public SearchResult Search(SearchRequest request)
    {
        var (question, ranked) = Rank(request);
        return ResultOf(request, question, ranked);
    }

    public SearchExplanation Explain(SearchRequest request)
    {
        var (question, ranked) = Rank(request);
        var result = ResultOf(request, question, ranked);
        return new SearchExplanation(
            [.. question.Groups.SelectMany(g => ExplainedTerms(g, question))],
            [.. result.Hits.Zip(ranked, (hit, r) => new ExplainedHit(
                hit, r.Score.Words, r.Score.HeadingFactor, r.Score.Nearness, r.Score.BestWindow, r.Score.DocumentShare, r.PlaceFactor))],
            result);
    }

    public void Dispose() => _index.Dispose();

    private (AskedQuestion Question, List<PlacedScore> Ranked) Rank(SearchRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, MostHits);
        var question = _reader.Read(request.Question, request.Context);
        var day = request.AsOf ?? EnglishTime.Today(_clock);
        var (nearness, meaning) = NearnessTo(request);
        var scores = PassageRanking.Rank(_index, question, _parameters, nearness, meaning)
            .Where(s => _passages[s.Passage].Document.InForceOn(day));
        return (question, _places.Order(scores, request, question, ConfidenceOf(question, _options.ChooseFrom)));
    }

    private (double[]? Nearness, MeaningParameters Meaning) NearnessTo(SearchRequest request)
    {
        if (request.Direction is { } direction && _late?.Current is { Parameters: { } parameters } late && late.Dimensions == direction.Length)
        {
            return (late.Meanings.NearnessTo(direction), parameters);
        }

        var text = $"{request.Context} {request.Question}".Trim();
        return (text.Length == 0 ? null : _meanings?.NearnessTo(text), MeaningParameters.Default);
    }

    /// <summary>The score that a confidence stands for, under one question.</summary>
    private Func<PassageScore, bool> ConfidenceOf(AskedQuestion question, double from) => score => Confidence(score, question) >= from;

    private double Confidence(PassageScore score, AskedQuestion question) =>
        question.MostTelling == 0 ? 0 : score.Total / ((_parameters.K1 + 1) * question.MostTelling);

    private SearchResult ResultOf(SearchRequest request, AskedQuestion question, List<PlacedScore> ranked)
    {
        var hits = ranked.Take(request.Limit).Select(r => HitOf(r, request, question)).ToList();
        var confidence = hits.Count > 0 ? hits[0].Confidence : 0;
        var band = confidence >= _options.AnswerFrom ? ConfidenceBand.Answer
            : confidence >= _options.ChooseFrom ? ConfidenceBand.Choose
            : ConfidenceBand.Decline;
        return new SearchResult(hits, confidence, band, question.Repairs, question.Expansions);
    }

    private ScoredPassage HitOf(PlacedScore ranked, SearchRequest request, AskedQuestion question)
    {
        var passage = _passages[ranked.Score.Passage];
        return new ScoredPassage(
            passage,
            ranked.Total,
            Confidence(ranked.Score, question),
            SentencePicker.Pick(passage, _sentences.Of(passage), request.Question, question),
            MatchedTerms(ranked.Score.Passage, question));
    }

    private List<string> MatchedTerms(int passage, AskedQuestion question)
    {
        var terms = _index.Terms;
        var held = new HashSet<int>([.. terms.Headings[passage], .. terms.Bodies[passage]]);
        for (var name = 0; name < terms.NameCount(passage); name++)
        {
            held.UnionWith(terms.Name(passage, name).ToArray());
        }

        return
        [
            .. question.Terms.Where(t => held.Contains(t.Term))
                .OrderByDescending(t => t.Idf).ThenBy(t => t.Term)
                .Select(t => terms.Vocabulary.TextOfTerm(t.Term)),
        ];
    }

    private IEnumerable<ExplainedTerm> ExplainedTerms(AskedGroup group, AskedQuestion question) =>
        group.Ways.Count == 0
            ? [new ExplainedTerm(group.Written, group.Written, 0, group.Weight)]
            : group.Ways.SelectMany(way => way.Slots.Select(slot => new ExplainedTerm(
                _index.Terms.Vocabulary.TextOfTerm(question.Terms[slot].Term),
                group.Written,
                question.Terms[slot].Idf,
                group.Weight * way.Weight)));
}
