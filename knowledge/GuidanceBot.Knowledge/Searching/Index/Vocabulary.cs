using System.Runtime.InteropServices;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Every word that the passages use, as written and as stemmed, with the number of passages that hold it.</summary>
internal sealed class Vocabulary
{
    /// <summary>What a stop word has instead of a term.</summary>
    public const int Stop = -1;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<string> _termTexts = [];
    private readonly List<int> _termPassages = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordsBySpan;
    private readonly List<string> _wordTexts = [];
    private readonly List<int> _wordTerms = [];
    private readonly List<int> _wordPassages = [];
    private readonly List<int> _wordLastPassage = [];

    public Vocabulary() => _wordsBySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public int TermCount => _termTexts.Count;

    public int WordCount => _wordTexts.Count;

    public string TextOfTerm(int term) => _termTexts[term];

    /// <summary>How many passages hold a term in their heading, names or text.</summary>
    public int PassagesWith(int term) => _termPassages[term];

    public string TextOfWord(int word) => _wordTexts[word];

    public int PassagesWithWord(int word) => _wordPassages[word];

    public int TermOfWord(int word) => _wordTerms[word];

    /// <returns>The term of a stem; null when no passage holds it.</returns>
    public int? FindTerm(string stem) => _terms.TryGetValue(stem, out var term) && _termPassages[term] > 0 ? term : null;

    /// <returns>The term of a word as written, <see cref="Stop"/> for a stop word that was seen; null when it was never seen.</returns>
    public int? FindWord(ReadOnlySpan<char> word) => _wordsBySpan.TryGetValue(word, out var index) ? _wordTerms[index] : null;

    /// <summary>Takes a word in, once for each passage that holds it.</summary>
    /// <returns>Its term, or <see cref="Stop"/>.</returns>
    public int Add(ReadOnlySpan<char> word, int passage)
    {
        if (!_wordsBySpan.TryGetValue(word, out var index))
        {
            index = AddWord(word.ToString());
        }

        if (_wordLastPassage[index] != passage)
        {
            _wordLastPassage[index] = passage;
            _wordPassages[index]++;
        }

        return _wordTerms[index];
    }

    /// <summary>Takes in a word that may be asked for although no passage holds it, so that a misspelling can lead to it.</summary>
    public void AddKnown(string word)
    {
        if (!_words.ContainsKey(word))
        {
            AddWord(word);
        }
    }

    public void CountPassage(int term) => CollectionsMarshal.AsSpan(_termPassages)[term]++;

    public void Write(BinaryWriter file)
    {
        file.Write(_termTexts.Count);
        foreach (var text in _termTexts)
        {
            file.Write(text);
        }

        PackedLists.WriteAll(file, [.. _termPassages]);
        file.Write(_wordTexts.Count);
        foreach (var text in _wordTexts)
        {
            file.Write(text);
        }

        PackedLists.WriteAll(file, [.. _wordTerms]);
        PackedLists.WriteAll(file, [.. _wordPassages]);
    }

    public static Vocabulary Read(BinaryReader file)
    {
        var vocabulary = new Vocabulary();
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            var stem = file.ReadString();
            vocabulary._terms.Add(stem, vocabulary._termTexts.Count);
            vocabulary._termTexts.Add(stem);
        }

        vocabulary._termPassages.AddRange(PackedLists.ReadAll(file));
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            var word = file.ReadString();
            vocabulary._words.Add(word, vocabulary._wordTexts.Count);
            vocabulary._wordTexts.Add(word);
        }

        vocabulary._wordTerms.AddRange(PackedLists.ReadAll(file));
        vocabulary._wordPassages.AddRange(PackedLists.ReadAll(file));
        vocabulary._wordLastPassage.AddRange(Enumerable.Repeat(-1, vocabulary._wordTexts.Count));
        return vocabulary;
    }

    private int AddWord(string word)
    {
        var term = TextAnalysis.StemOf(word) is { } stem ? TermOf(stem) : Stop;
        var index = _wordTexts.Count;
        _words.Add(word, index);
        _wordTexts.Add(word);
        _wordTerms.Add(term);
        _wordPassages.Add(0);
        _wordLastPassage.Add(-1);
        return index;
    }

    private int TermOf(string stem)
    {
        if (!_terms.TryGetValue(stem, out var term))
        {
            term = _termTexts.Count;
            _terms.Add(stem, term);
            _termTexts.Add(stem);
            _termPassages.Add(0);
        }

        return term;
    }
}
