using GuidanceBot.Knowledge.Searching.Ranking;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Builds an index from passages, in the order in which they are added.</summary>
internal sealed class PassageIndexBuilder : IDisposable
{
    public const string Field = "t";

    private readonly RankingParameters _parameters;
    private readonly Vocabulary _vocabulary = new();
    private readonly PackedLists.Builder _headings = new();
    private readonly PackedLists.Builder _bodies = new();
    private readonly PackedLists.Builder _abouts = new();
    private readonly PackedLists.Builder _names = new();
    private readonly List<int> _firstName = [0];
    private readonly PackedLists.Builder _asked = new();
    private readonly List<int> _firstAsked = [0];
    private readonly HashSet<int> _seen = [];
    private readonly Directory _directory;
    private readonly IndexWriter _writer;
    private readonly TermStream _stream;
    private readonly Document _document = [];

    /// <param name="directory">Where Lucene keeps its part; stays the caller's.</param>
    /// <param name="parameters">The numbers of the ranking.</param>
    public PassageIndexBuilder(Directory directory, RankingParameters parameters)
    {
        (_directory, _parameters) = (directory, parameters);
        _writer = new IndexWriter(directory, new IndexWriterConfig(TextAnalysis.Lucene, new KeywordAnalyzer())
        {
            Similarity = new ExactLengthBm25(parameters.K1, parameters.B),
            OpenMode = OpenMode.CREATE,
            RAMBufferSizeMB = 64,

            // These two keep Lucene's numbers of the passages the same as ours.
            MergePolicy = new LogDocMergePolicy(),
            MergeScheduler = new SerialMergeScheduler(),
        });
        _stream = new TermStream(_vocabulary);
        _document.Add(new Field(Field, _stream, new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS }));
    }

    public void Add(IndexedText text)
    {
        var passage = _bodies.Count;
        _seen.Clear();
        AddWords(_headings, text.Heading, passage, counts: true);
        AddWords(_bodies, text.Body, passage, counts: true);
        AddWords(_abouts, text.About, passage, counts: false);
        _stream.Clear();
        _stream.Add(_headings.Last, _parameters.HeadingRepeats, count: true);
        _stream.Add(_bodies.Last, 1, count: true);
        _stream.Add(_abouts.Last, 1, count: false);
        foreach (var name in text.Names)
        {
            AddWords(_names, name, passage, counts: true);
            _stream.Add(_names.Last, _parameters.HeadingRepeats, count: false);
        }

        foreach (var question in text.Asked)
        {
            AddWords(_asked, question, passage, counts: true);
            _stream.Add(_asked.Last, 1, count: false);
        }

        _firstName.Add(_names.Count);
        _firstAsked.Add(_asked.Count);
        _writer.AddDocument(_document);
    }

    /// <summary>A word that people write for another: not in any passage, but a misspelling may lead to it.</summary>
    public void AddKnownWord(string word) => _vocabulary.AddKnown(word);

    public PassageIndex Build()
    {
        _writer.Commit();
        _writer.Dispose();
        var terms = new PassageTerms(_vocabulary, _headings.Build(), _bodies.Build(), _abouts.Build(), _names.Build(), [.. _firstName], _asked.Build(), [.. _firstAsked]);
        return new PassageIndex(terms, _directory, _parameters);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }

    private void AddWords(PackedLists.Builder list, string text, int passage, bool counts)
    {
        TextAnalysis.ForEachWord(text, (word, _) =>
        {
            var term = _vocabulary.Add(word, passage);
            if (term == Vocabulary.Stop)
            {
                return;
            }

            list.Add(term);
            if (counts && _seen.Add(term))
            {
                _vocabulary.CountPassage(term);
            }
        });
        list.EndList();
    }
}
