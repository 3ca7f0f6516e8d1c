namespace GuidanceBot.Turns.Safety.Language;

/// <summary>Words and phrases that say the same for a rule.</summary>
/// <param name="name">As the rules call it, without braces.</param>
internal class WordGroup(string name)
{
    private readonly HashSet<int> _words = [];
    private readonly Dictionary<int, List<int[]>> _phrases = [];

    public string Name => name;

    /// <summary>The words that something of this group can begin with.</summary>
    public virtual IEnumerable<int> FirstWords => _words.Concat(_phrases.Keys);

    /// <param name="phrase">One word or several, by their numbers.</param>
    public void Add(IReadOnlyList<int> phrase)
    {
        if (phrase is [var word])
        {
            _words.Add(word);
            return;
        }

        if (!_phrases.TryGetValue(phrase[0], out var phrases))
        {
            _phrases.Add(phrase[0], phrases = []);
        }

        phrases.Add([.. phrase]);
    }

    public void AddAll(WordGroup other)
    {
        _words.UnionWith(other._words);
        foreach (var phrase in other._phrases.Values.SelectMany(phrases => phrases))
        {
            Add(phrase);
        }
    }

    /// <summary>Whether the word alone is one of the group.</summary>
    public bool Has(MessageWord word)
    {
        for (var i = 0; i < word.Ids.Count; i++)
        {
            if (_words.Contains(word.Ids[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where something of this group that begins at <paramref name="at"/> ends: exclusive, longest first.</summary>
    public virtual void EndsFrom(MessageWords words, int at, ICollection<int> ends)
    {
        if (at >= words.Count)
        {
            return;
        }

        var word = words[at];
        for (var i = 0; i < word.Ids.Count; i++)
        {
            if (!_phrases.TryGetValue(word.Ids[i], out var phrases))
            {
                continue;
            }

            foreach (var phrase in phrases)
            {
                if (Fits(phrase, words, at) && !ends.Contains(at + phrase.Length))
                {
                    ends.Add(at + phrase.Length);
                }
            }
        }

        if (Has(word) && !ends.Contains(at + 1))
        {
            ends.Add(at + 1);
        }
    }

    private static bool Fits(int[] phrase, MessageWords words, int at)
    {
        if (at + phrase.Length > words.Count || words[at + phrase.Length - 1].Sentence != words[at].Sentence)
        {
            return false;
        }

        for (var i = 1; i < phrase.Length; i++)
        {
            if (!words[at + i].Is(phrase[i]))
            {
                return false;
            }
        }

        return true;
    }
}
