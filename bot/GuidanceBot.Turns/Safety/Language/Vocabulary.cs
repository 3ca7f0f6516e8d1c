namespace GuidanceBot.Turns.Safety.Language;

/// <summary>Every word that the rules know, and how a misspelt one is recognised.</summary>
/// <remarks>
/// A word of five letters or more is also recognised with one slip (a letter missing, added, changed or swapped with its
/// neighbour: Damerau-Levenshtein distance 1), one of ten or more with two. Words that are one slip away and mean something else
/// ("bathing" for "breathing") are listed as ordinary. Looking up costs the same however many words are known:
/// each is filed under all its forms with letters left out (symmetric deletion, after W. Garbe's SymSpell).
/// </remarks>
internal sealed class Vocabulary
{
    private const int OneSlipFrom = 5;
    private const int TwoSlipsFrom = 10;
    private const int LongestWord = 40;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ordinary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _withLettersLeftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _squeezed = new(StringComparer.Ordinal);

    /// <summary>The word's number; a new word is added.</summary>
    public int Add(string word)
    {
        if (_ids.TryGetValue(word, out var known))
        {
            return known;
        }

        var id = _ids.Count;
        _ids.Add(word, id);
        _squeezed.TryAdd(WithRunsOf(word, 1), word);
        if (word.Length >= OneSlipFrom && !word.Any(char.IsAsciiDigit))
        {
            foreach (var form in LettersLeftOut(word, word.Length >= TwoSlipsFrom ? 2 : 1))
            {
                if (!_withLettersLeftOut.TryGetValue(form, out var words))
                {
                    _withLettersLeftOut.Add(form, words = []);
                }

                words.Add(word);
            }
        }

        return id;
    }

    /// <summary>A word that is itself, and never a misspelling of another.</summary>
    public void AddOrdinary(string word) => _ordinary.Add(word);

    public bool Knows(string word) => _ids.ContainsKey(word);

    public bool IsOrdinary(string word) => _ordinary.Contains(word);

    /// <summary>What <paramref name="word"/> may be; empty when it is nothing the rules speak of.</summary>
    public IReadOnlyList<int> Recognise(string word)
    {
        if (_ids.TryGetValue(word, out var id))
        {
            return [id];
        }

        if (word.Length > LongestWord || _ordinary.Contains(word))
        {
            return [];
        }

        return Stretched(word) is { } meant || Disguised(word, out meant)
            ? [_ids[meant]]
            : [.. Misspelt(word).Select(w => _ids[w]).Distinct()];
    }

    /// <summary>Parts that were written as one ("notbreathing"), each a known word; null when it does not come out even.</summary>
    public IReadOnlyList<string>? Part(string word)
    {
        if (word.Length is < 6 or > LongestWord)
        {
            return null;
        }

        // best[i]: the fewest known words that make up the first i letters.
        var best = new int[word.Length + 1];
        var from = new int[word.Length + 1];
        Array.Fill(best, int.MaxValue, 1, word.Length);
        for (var end = 2; end <= word.Length; end++)
        {
            for (var start = 0; start <= end - 2; start++)
            {
                if (best[start] < 5 && best[start] + 1 < best[end] && _ids.ContainsKey(word[start..end]))
                {
                    (best[end], from[end]) = (best[start] + 1, start);
                }
            }
        }

        if (best[word.Length] == int.MaxValue)
        {
            return null;
        }

        var parts = new List<string>();
        for (var end = word.Length; end > 0; end = from[end])
        {
            parts.Insert(0, word[from[end]..end]);
        }

        return parts;
    }

    // "bluuuue", "breathinggg": three or more of a letter are one or two.
    private string? Stretched(string word)
    {
        if (!HasRunOfThree(word))
        {
            return null;
        }

        return WithRunsOf(word, 2) is var two && _ids.ContainsKey(two) ? two : _squeezed.GetValueOrDefault(WithRunsOf(word, 1));
    }

    // "br3athing", "n0t": digits drawn like letters. A number with a unit ("38c", "6wk") has no letter before its digit.
    private bool Disguised(string word, out string meant)
    {
        meant = word;
        if (!char.IsAsciiLetter(word[0]) || !word.Any(char.IsAsciiDigit))
        {
            return false;
        }

        meant = word.Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't');
        return _ids.ContainsKey(meant);
    }

    private HashSet<string> Misspelt(string word)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (word.Length < OneSlipFrom - 1 || word.Any(char.IsAsciiDigit))
        {
            return found;
        }

        foreach (var form in LettersLeftOut(word, word.Length >= TwoSlipsFrom - 2 ? 2 : 1))
        {
            foreach (var candidate in _withLettersLeftOut.GetValueOrDefault(form) ?? [])
            {
                var slips = candidate.Length >= TwoSlipsFrom ? 2 : 1;
                // A short word with another first letter is more often another word than a slip.
                if ((candidate.Length > OneSlipFrom || candidate[0] == word[0] || candidate[0] == word[1])
                    && WordDistance.IsWithin(candidate, word, slips))
                {
                    found.Add(candidate);
                }
            }
        }

        return found;
    }

    private static HashSet<string> LettersLeftOut(string word, int most)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { word };
        var last = new List<string> { word };
        for (var round = 0; round < most; round++)
        {
            var next = new List<string>();
            foreach (var form in last)
            {
                for (var i = 0; i < form.Length; i++)
                {
                    var shorter = form.Remove(i, 1);
                    if (forms.Add(shorter))
                    {
                        next.Add(shorter);
                    }
                }
            }

            last = next;
        }

        return forms;
    }

    private static bool HasRunOfThree(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                return true;
            }
        }

        return false;
    }

    private static string WithRunsOf(string word, int most)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most)
            {
                kept.Append(word[i]);
            }
        }

        return kept.ToString();
    }
}
