using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Knowledge.Searching.Questions;

/// <summary>Gathers the words of a question as they are read and makes the searched question of them.</summary>
internal sealed class QuestionDraft(PassageIndex index, RankingParameters parameters)
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _entryOf = new(StringComparer.Ordinal);
    private readonly List<(int First, int Second)> _pairs = [];
    private readonly List<WordRepair> _repairs = [];
    private readonly List<AskedTerm> _terms = [];
    private readonly Dictionary<int, int> _slotOf = [];
    private int _last = -1;

    public void Repaired(string from, string to)
    {
        if (!_repairs.Exists(r => r.From == from))
        {
            _repairs.Add(new WordRepair(from, to));
        }
    }

    /// <param name="words">One word, or the words of a phrase of the thesaurus.</param>
    /// <param name="searches">What else they search.</param>
    /// <param name="weight">How much they count here.</param>
    public void Add(IReadOnlyList<string> words, IReadOnlyList<SearchedPhrase> searches, double weight)
    {
        var stems = words.Select(TextAnalysis.StemOf).OfType<string>().ToArray();
        if (stems.Length == 0 && searches.Count == 0)
        {
            return;
        }

        var key = stems.Length > 0 ? string.Join(' ', stems) : string.Join(' ', words);
        if (!_entryOf.TryGetValue(key, out var entry))
        {
            entry = _entries.Count;
            _entryOf.Add(key, entry);
            _entries.Add(new Entry(string.Join(' ', words), stems, searches));
        }

        _entries[entry].Count++;
        _entries[entry].Weight = Math.Max(_entries[entry].Weight, weight);
        if (_last >= 0 && _last != entry && !_pairs.Contains((_last, entry)))
        {
            _pairs.Add((_last, entry));
        }

        _last = entry;
    }

    /// <summary>What comes next is no neighbour of what was last.</summary>
    public void EndText() => _last = -1;

    public AskedQuestion Build()
    {
        var drafts = _entries.ConvertAll(DraftOf);
        var kept = drafts.Select((d, i) => (Value: d.Idf * d.Weight, Index: i))
            .OrderByDescending(d => d.Value).ThenBy(d => d.Index)
            .Take(parameters.MostWords)
            .Select(d => d.Index).Order().ToList();
        return new AskedQuestion
        {
            Groups = kept.ConvertAll(i => GroupOf(drafts[i])),
            Terms = _terms,
            Pairs = [.. _pairs.Select(p => (kept.IndexOf(p.First), kept.IndexOf(p.Second))).Where(p => p is { Item1: >= 0, Item2: >= 0 })],
            Repairs = _repairs,
            Expansions = [.. kept.SelectMany(i => drafts[i].Expansions)],
        };
    }

    private Draft DraftOf(Entry entry)
    {
        var ways = new List<(int[] Terms, double Weight)>();
        var expansions = new List<WordExpansion>();
        if (KnownTerms(entry.Stems) is { Length: > 0 } own)
        {
            ways.Add((own, 1));
        }

        foreach (var phrase in entry.Searches)
        {
            if (phrase.Stems.SequenceEqual(entry.Stems) || KnownTerms(phrase.Stems) is not { Length: > 0 } known)
            {
                continue;
            }

            ways.Add((known, parameters.Expansion * known.Length / phrase.Stems.Count));
            expansions.Add(new WordExpansion(entry.Written, phrase.Text));
        }

        // The word as written says how telling it is; if no passage knows it, the best that stands for it does.
        var idf = ways.Count == 0 ? index.UnknownIdf
            : ways[0].Weight >= 1 ? IdfOf(ways[0].Terms)
            : ways.Max(w => w.Weight * IdfOf(w.Terms));
        return new Draft(
            entry.Written, ways, entry.Weight * Math.Pow(entry.Count, parameters.QueryCountPower), idf, expansions);
    }

    private AskedGroup GroupOf(Draft draft) => new(
        draft.Written,
        draft.Ways.ConvertAll(way => new AskedWay([.. way.Terms.Select(t => SlotOf(t, draft.Weight * way.Weight))], way.Weight)),
        draft.Weight,
        draft.Idf);

    private int SlotOf(int term, double weight)
    {
        if (_slotOf.TryGetValue(term, out var slot))
        {
            _terms[slot] = _terms[slot] with { Weight = Math.Max(weight, _terms[slot].Weight) };
            return slot;
        }

        _slotOf.Add(term, _terms.Count);
        _terms.Add(new AskedTerm(term, index.IdfOf(term), weight));
        return _terms.Count - 1;
    }

    private int[] KnownTerms(IEnumerable<string> stems) =>
        [.. stems.Select(index.Terms.Vocabulary.FindTerm).OfType<int>().Distinct()];

    /// <summary>Several words of one phrase add up like independent evidence would, less than their sum.</summary>
    private double IdfOf(int[] terms) =>
        terms.Sum(index.IdfOf) / Math.Sqrt(terms.Length);

    private sealed class Entry(string written, string[] stems, IReadOnlyList<SearchedPhrase> searches)
    {
        public string Written { get; } = written;

        public string[] Stems { get; } = stems;

        public IReadOnlyList<SearchedPhrase> Searches { get; } = searches;

        public int Count { get; set; }

        public double Weight { get; set; }
    }

    private sealed record Draft(
        string Written, List<(int[] Terms, double Weight)> Ways, double Weight, double Idf, List<WordExpansion> Expansions);
}
