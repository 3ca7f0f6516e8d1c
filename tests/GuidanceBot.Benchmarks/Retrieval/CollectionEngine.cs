using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Questions;
using GuidanceBot.Knowledge.Searching.Ranking;
using Lucene.Net.Store;

namespace GuidanceBot.Benchmarks.Retrieval;

/// <summary>The product's ranking on any texts: the title is the heading; no thesaurus, no areas.</summary>
internal sealed class CollectionEngine : IDisposable
{
    private readonly RAMDirectory _directory = new();
    private readonly PassageIndex _index;
    private readonly QuestionReader _reader;
    private readonly RankingParameters _parameters;
    private readonly IReadOnlyList<CollectionText> _texts;

    public CollectionEngine(IReadOnlyList<CollectionText> texts, RankingParameters parameters)
    {
        (_texts, _parameters) = (texts, parameters);
        using var builder = new PassageIndexBuilder(_directory, parameters);
        foreach (var text in texts)
        {
            builder.Add(new IndexedText(text.Title, [], [], "", text.Text));
        }

        _index = builder.Build();
        _reader = new QuestionReader(_index, PhraseBook.Empty, parameters);
    }

    /// <summary>Lucene's files and the passages' terms.</summary>
    public long SizeInBytes => _directory.GetSizeInBytes() + _index.Terms.SizeInBytes;

    public IReadOnlyList<string> Search(string query, int limit)
    {
        var question = _reader.Read(query);
        return [.. PassageRanking.Rank(_index, question, _parameters).Take(limit).Select(s => _texts[s.Passage].Id)];
    }

    public void Dispose()
    {
        _index.Dispose();
        _directory.Dispose();
    }
}
