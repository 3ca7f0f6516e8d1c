using System.Collections.Concurrent;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching.Index;

namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>The terms of each sentence of the passages that were found before, so that they are analysed once.</summary>
internal sealed class SentenceTerms(Vocabulary vocabulary)
{
    /// <summary>Passages remembered; the shipped guidance is far below, a huge library is not to fill the memory.</summary>
    private const int MostPassages = 10_000;

    private readonly ConcurrentDictionary<PassageId, int[][]> _terms = new();

    /// <returns>For each sentence its terms in order.</returns>
    public int[][] Of(Passage passage)
    {
        if (_terms.TryGetValue(passage.Id, out var known))
        {
            return known;
        }

        var terms = passage.Sentences.Select(s => TermsOf(passage.TextOf(s))).ToArray();
        if (_terms.Count < MostPassages)
        {
            _terms.TryAdd(passage.Id, terms);
        }

        return terms;
    }

    private int[] TermsOf(string sentence)
    {
        var terms = new List<int>();
        TextAnalysis.ForEachWord(sentence, (word, _) =>
        {
            if (vocabulary.FindWord(word) is { } term and not Vocabulary.Stop)
            {
                terms.Add(term);
            }
        });
        return [.. terms];
    }
}
