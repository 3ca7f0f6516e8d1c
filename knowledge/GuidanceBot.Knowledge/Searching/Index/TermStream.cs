using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Feeds Lucene terms that are already analysed, so that nothing is analysed twice.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute _characters;
    private readonly IPositionIncrementAttribute _increment;
    private readonly Vocabulary _vocabulary;
    private readonly List<(int Term, bool Counts)> _terms = [];
    private int _next;

    public TermStream(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _characters = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public void Clear() => _terms.Clear();

    /// <param name="terms">Terms in order.</param>
    /// <param name="times">How often each is given.</param>
    /// <param name="count">Whether they count for the length of the passage.</param>
    public void Add(ReadOnlySpan<int> terms, int times, bool count)
    {
        for (var time = 0; time < times; time++)
        {
            foreach (var term in terms)
            {
                _terms.Add((term, count));
            }
        }
    }

    public override void Reset() => _next = 0;

    public override bool IncrementToken()
    {
        if (_next == _terms.Count)
        {
            return false;
        }

        var (term, counts) = _terms[_next++];
        _characters.SetEmpty().Append(_vocabulary.TextOfTerm(term));
        _increment.PositionIncrement = counts || _next == 1 ? 1 : 0;
        return true;
    }
}
