using System.Numerics;
using GuidanceBot.Knowledge.Searching.Index;

namespace GuidanceBot.Knowledge.Searching.Questions;

/// <summary>Takes a word that no passage knows for the known word it most looks like.</summary>
/// <remarks>
/// One slip (a letter more, less, other, or two changed about: Damerau 1964) for words of four letters and more, two from eight.
/// Known words are never touched: repairing those does more harm than good.
/// </remarks>
internal sealed class Spelling
{
    public const int ShortestRepaired = 4;
    public const int TwoSlipsFrom = 8;
    private const int Longest = 40;
    private const int ShortestParted = 7;
    private const int ShortestPart = 2;

    private readonly Vocabulary _vocabulary;
    private readonly int[][] _byLength;
    private readonly uint[] _letters;

    public Spelling(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _letters = new uint[vocabulary.WordCount];
        var byLength = Enumerable.Range(0, Longest + 1).Select(_ => new List<int>()).ToArray();
        for (var word = 0; word < _letters.Length; word++)
        {
            var text = vocabulary.TextOfWord(word);
            if (text.Length is >= ShortestRepaired - 1 and <= Longest && text.All(char.IsLetter))
            {
                _letters[word] = LettersOf(text);
                byLength[text.Length].Add(word);
            }
        }

        _byLength = [.. byLength.Select(words => words.ToArray())];
    }

    /// <param name="word">A word in lower case that is not known.</param>
    /// <param name="slips">The most slips forgiven, 1 or 2; two only from <see cref="TwoSlipsFrom"/> letters.</param>
    /// <returns>The known word; null when none is near enough or the word is not one to repair.</returns>
    public string? Repair(string word, int slips)
    {
        if (word.Length is < ShortestRepaired or > Longest || (slips == 2 && word.Length < TwoSlipsFrom) || !word.All(char.IsLetter))
        {
            return null;
        }

        var letters = LettersOf(word);
        var best = default(Candidate?);
        for (var length = word.Length - slips; length <= Math.Min(Longest, word.Length + slips); length++)
        {
            foreach (var known in _byLength[length])
            {
                // Each slip changes at most two letters of the set: a cheap way to pass most words over.
                if (BitOperations.PopCount(letters ^ _letters[known]) > 2 * slips)
                {
                    continue;
                }

                var text = _vocabulary.TextOfWord(known);
                if (slips == 1 && !CanBeOneSlip(word, text))
                {
                    continue;
                }

                if (SlipsBetween(word, text, slips) is { } between)
                {
                    var candidate = new Candidate(known, between, text[0] == word[0], _vocabulary.PassagesWithWord(known));
                    best = best is null || candidate.IsBetterThan(best.Value) ? candidate : best;
                }
            }
        }

        return best is { } found ? _vocabulary.TextOfWord(found.Word) : null;
    }

    /// <summary>The optimal string alignment distance, or null when it is more than <paramref name="most"/>.</summary>
    public static int? SlipsBetween(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > Longest || other.Length > Longest)
        {
            return null;
        }

        Span<int> before = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                var slips = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    slips = Math.Min(slips, before[j - 2] + 1);
                }

                row[j] = slips;
                least = Math.Min(least, slips);
            }

            if (least > most)
            {
                return null;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[other.Length] <= most ? last[other.Length] : null;
    }

    /// <summary>Parts a word that is two known words run together: "cosleeping", "bedsharing".</summary>
    /// <returns>The parts of which the rarer is the commonest; null when there are none.</returns>
    public (string First, string Second)? Part(string word)
    {
        (string, string)? best = null;
        var bestPassages = 0;
        for (var cut = ShortestPart; word.Length >= ShortestParted && cut <= word.Length - ShortestPart - 1; cut++)
        {
            var passages = Math.Min(PassagesWith(word.AsSpan(0, cut)), PassagesWith(word.AsSpan(cut)));
            if (passages > bestPassages)
            {
                (best, bestPassages) = ((word[..cut], word[cut..]), passages);
            }
        }

        return best;
    }

    private int PassagesWith(ReadOnlySpan<char> word) =>
        _vocabulary.FindWord(word) is { } term and not Vocabulary.Stop ? _vocabulary.PassagesWith(term) : 0;

    /// <summary>One slip leaves what is before it and what is behind it as it was; two letters changed about are two letters between.</summary>
    private static bool CanBeOneSlip(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var before = one.CommonPrefixLength(other);
        var (i, j) = (one.Length - 1, other.Length - 1);
        while (i >= before && j >= before && one[i] == other[j])
        {
            (i, j) = (i - 1, j - 1);
        }

        return Math.Max(i, j) - before < 2;
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c % 32);
        }

        return letters;
    }

    /// <summary>Fewer slips, then the same first letter, then the word that more passages hold, then the one seen first.</summary>
    private readonly record struct Candidate(int Word, int Slips, bool SameFirstLetter, int Passages)
    {
        public bool IsBetterThan(Candidate other) =>
            (other.Slips, SameFirstLetter, Passages, other.Word).CompareTo((Slips, other.SameFirstLetter, other.Passages, Word)) > 0;
    }
}
