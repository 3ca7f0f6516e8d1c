using GuidanceBot.Knowledge.Searching.Ranking;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Directory = Lucene.Net.Store.Directory;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Passages ready to be searched. Safe to read from many threads at once.</summary>
internal sealed class PassageIndex : IDisposable
{
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly float[] _idf;

    /// <exception cref="InvalidDataException">The two parts do not belong together.</exception>
    public PassageIndex(PassageTerms terms, Directory directory, RankingParameters parameters)
    {
        Terms = terms;
        _reader = DirectoryReader.Open(directory);
        if (_reader.MaxDoc != terms.Count)
        {
            _reader.Dispose();
            throw new InvalidDataException($"The index holds {terms.Count} passages in one part and {_reader.MaxDoc} in the other.");
        }

        _searcher = new IndexSearcher(_reader) { Similarity = new ExactLengthBm25(parameters.K1, parameters.B) };
        var (length, window) = (0L, 0L);
        for (var passage = 0; passage < terms.Count; passage++)
        {
            length += (parameters.HeadingRepeats * terms.Headings.LengthOf(passage)) + terms.Bodies.LengthOf(passage);
            window += Math.Min(parameters.WindowLength, terms.Bodies.LengthOf(passage));
        }

        _idf = new float[terms.Vocabulary.TermCount];
        for (var term = 0; term < _idf.Length; term++)
        {
            _idf[term] = (float)IdfOfCount(terms.Vocabulary.PassagesWith(term));
        }

        AverageLength = Math.Max(1, length / (double)Math.Max(1, terms.Count));
        AverageWindow = Math.Max(1, window / (double)Math.Max(1, terms.Count));
    }

    public PassageTerms Terms { get; }

    /// <summary>In content words, the heading counted as often as it is repeated.</summary>
    public double AverageLength { get; }

    /// <summary>Of a passage's first stretch, in content words.</summary>
    public double AverageWindow { get; }

    /// <summary>How telling a word is that no passage holds.</summary>
    public double UnknownIdf => IdfOfCount(0);

    /// <summary>How telling a term is.</summary>
    public double IdfOf(int term) => _idf[term];

    /// <summary>Lucene's formula, never negative.</summary>
    private double IdfOfCount(int passagesWith) => Math.Log(1 + ((Terms.Count - passagesWith + 0.5) / (passagesWith + 0.5)));

    /// <summary>The passages that plain BM25 ranks first for any of these terms, best first.</summary>
    public int[] Find(IReadOnlyList<(int Term, float Weight)> terms, int most)
    {
        if (terms.Count == 0 || Terms.Count == 0)
        {
            return [];
        }

        var any = new BooleanQuery(disableCoord: true);
        foreach (var (term, weight) in terms)
        {
            any.Add(
                new TermQuery(new Term(PassageIndexBuilder.Field, Terms.Vocabulary.TextOfTerm(term))) { Boost = weight },
                Occur.SHOULD);
        }

        return [.. _searcher.Search(any, Math.Min(most, Terms.Count)).ScoreDocs.Select(hit => hit.Doc)];
    }

    public void Dispose() => _reader.Dispose();
}
