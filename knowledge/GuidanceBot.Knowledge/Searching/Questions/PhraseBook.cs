using GuidanceBot.Knowledge.Searching.Index;

namespace GuidanceBot.Knowledge.Searching.Questions;

/// <summary>The thesaurus made ready to be looked up along a question.</summary>
/// <remarks>Phrases are compared by their stems, stop words kept, so "came early" finds "coming early" but not "came".</remarks>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, List<SearchedPhrase>> _phrases = new(StringComparer.Ordinal);

    public PhraseBook(Thesaurus thesaurus)
    {
        foreach (var entry in thesaurus.Entries)
        {
            Add(entry.From, entry.To);
            if (entry.Both)
            {
                Add(entry.To, entry.From);
            }
        }
    }

    public static PhraseBook Empty { get; } = new(Thesaurus.Empty);

    /// <summary>The most words a phrase has.</summary>
    public int Longest { get; private set; }

    /// <summary>What a word is compared by: its stem, or itself if it is a stop word.</summary>
    public static string KeyOf(string word) => TextAnalysis.StemOf(word) ?? word;

    /// <param name="keys">Some words of a question, each as <see cref="KeyOf"/> gives it.</param>
    /// <returns>What else they search, each a word or phrase; empty when the thesaurus has no such phrase.</returns>
    public IReadOnlyList<SearchedPhrase> Find(ReadOnlySpan<string> keys) =>
        _phrases.Count > 0 && _phrases.TryGetValue(string.Join(' ', keys!), out var to) ? to : [];

    private void Add(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        foreach (var phrase in from)
        {
            var keys = TextAnalysis.WordsOf(phrase).ConvertAll(w => KeyOf(w.Word));
            if (keys.Count == 0)
            {
                continue;
            }

            Longest = Math.Max(Longest, keys.Count);
            var key = string.Join(' ', keys);
            if (!_phrases.TryGetValue(key, out var known))
            {
                _phrases.Add(key, known = []);
            }

            known.AddRange(to.Where(t => t != phrase && !known.Exists(k => k.Text == t)).Select(t => new SearchedPhrase(t, [.. TextAnalysis.StemsOf(t)])));
        }
    }
}

/// <param name="Text">As the thesaurus has it.</param>
/// <param name="Stems">What of it is searched.</param>
internal sealed record SearchedPhrase(string Text, IReadOnlyList<string> Stems);
