using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Searching.Questions;

/// <summary>Turns what a person typed into what is searched: words repaired, names translated, the asking weighed above the telling.</summary>
internal sealed class QuestionReader(PassageIndex index, PhraseBook phrases, RankingParameters parameters)
{
    /// <summary>UTF-16 code units beyond which a question is not read.</summary>
    public const int MostCharacters = 10_000;

    private readonly Vocabulary _vocabulary = index.Terms.Vocabulary;
    private readonly Spelling _spelling = new(index.Terms.Vocabulary);

    /// <param name="text">What was asked.</param>
    /// <param name="earlier">Words from before, searched at a fraction; empty when there are none.</param>
    public AskedQuestion Read(string text, string earlier = "")
    {
        var draft = new QuestionDraft(index, parameters);
        AddWords(draft, text, 1);
        if (earlier.Length > 0)
        {
            draft.EndText();
            AddWords(draft, earlier, parameters.EarlierWords);
        }

        return draft.Build();
    }

    private void AddWords(QuestionDraft draft, string text, double weight)
    {
        var read = text.Length <= MostCharacters ? text : text[..MostCharacters];
        var zones = new QuestionZones(read, parameters.Story);
        var words = new List<(string Word, string Key, double Weight)>();
        foreach (var (word, offset) in TextAnalysis.WordsOf(read))
        {
            foreach (var known in KnownWords(word, draft))
            {
                words.Add((known, PhraseBook.KeyOf(known), weight * zones.WeightAt(offset)));
            }
        }

        var keys = words.ConvertAll(w => w.Key).ToArray();
        for (var i = 0; i < words.Count;)
        {
            var (length, searches) = LongestPhraseAt(keys, i);
            draft.Add([.. words.Skip(i).Take(length).Select(w => w.Word)], searches, words[i].Weight);
            i += length;
        }
    }

    private (int Length, IReadOnlyList<SearchedPhrase> Searches) LongestPhraseAt(string[] keys, int start)
    {
        for (var length = Math.Min(phrases.Longest, keys.Length - start); length > 0; length--)
        {
            if (phrases.Find(keys.AsSpan(start, length)) is { Count: > 0 } searches)
            {
                return (length, searches);
            }
        }

        return (1, []);
    }

    /// <summary>The word itself if anything knows it; else what it was most likely meant to be.</summary>
    private string[] KnownWords(string word, QuestionDraft draft)
    {
        if (_vocabulary.FindWord(word) is not null
            || TextAnalysis.StemOf(word) is not { } stem
            || _vocabulary.FindTerm(stem) is not null
            || phrases.Find([stem]).Count > 0)
        {
            return [word];
        }

        if (_spelling.Repair(word, slips: 1) is { } near)
        {
            draft.Repaired(word, near);
            return [near];
        }

        if (_spelling.Part(word) is { } parts)
        {
            draft.Repaired(word, $"{parts.First} {parts.Second}");
            return [parts.First, parts.Second];
        }

        if (_spelling.Repair(word, slips: 2) is { } far)
        {
            draft.Repaired(word, far);
            return [far];
        }

        return [word];
    }
}
