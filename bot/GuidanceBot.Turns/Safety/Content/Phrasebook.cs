using GuidanceBot.Knowledge.Yaml;
using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety.Content;

/// <summary>The part that every file of rules has: groups of words, ordinary words, symbols; and the reading of patterns made of them.</summary>
internal sealed class Phrasebook
{
    private readonly Dictionary<string, WordGroup> _groups = NumberGroup.All.ToDictionary(group => group.Name, StringComparer.Ordinal);
    private readonly Vocabulary _vocabulary = new();
    private readonly Dictionary<int, string> _symbols = [];
    private readonly ContentFaults _faults;
    private readonly PatternParser _parser;

    private Phrasebook(ContentFaults faults)
    {
        _faults = faults;
        _parser = new PatternParser(_vocabulary, _groups);
    }

    public static Phrasebook Read(YamlFields file, ContentFaults faults)
    {
        var book = new Phrasebook(faults);
        foreach (var (name, value) in file.Entries("words"))
        {
            book.ReadGroup(name, value);
        }

        foreach (var (symbol, meaning) in file.Entries("symbols", required: false))
        {
            if (meaning is YamlValue.Text { Value: var word } && symbol.Value.Length > 0)
            {
                book._symbols[char.ConvertToUtf32(symbol.Value, 0)] = word;
            }
        }

        foreach (var word in file.Texts("ordinary", required: false).SelectMany(line => line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            book._vocabulary.AddOrdinary(word);
        }

        return book;
    }

    /// <summary>The group of that name; an empty one, and a fault, when the file has none.</summary>
    public WordGroup Group(string name, YamlFields file)
    {
        if (_groups.TryGetValue(name, out var group))
        {
            return group;
        }

        _faults.Add("group-missing", file.Map, $"The group '{name}' is missing under 'words'. The check needs it; restore it.");
        return new WordGroup(name);
    }

    public IReadOnlyList<Pattern> Patterns(IEnumerable<YamlValue.Text> texts)
    {
        var patterns = new List<Pattern>();
        foreach (var text in texts)
        {
            try
            {
                patterns.Add(_parser.Parse(text.Value));
            }
            catch (FormatException fault)
            {
                _faults.Add("pattern", text, fault.Message);
            }
        }

        return patterns;
    }

    public MessageReader Reader(WordGroup contrasts) => new(_vocabulary, _symbols, contrasts);

    // A phrase in braces takes over another group, which must stand above.
    private void ReadGroup(YamlValue.Text name, YamlValue value)
    {
        var group = new WordGroup(name.Value);
        var phrases = value is YamlValue.Sequence sequence ? sequence.Items : [value];
        foreach (var phrase in phrases)
        {
            try
            {
                Add(phrase);
            }
            catch (FormatException fault)
            {
                _faults.Add("words", phrase, fault.Message);
            }
        }

        if (!_groups.TryAdd(name.Value, group))
        {
            _faults.Add("group-twice", name, $"The group '{name.Value}' is already there. Put the words of both in one.");
        }

        void Add(YamlValue phrase)
        {
            if (phrase is not YamlValue.Text { Value: var text })
            {
                throw new FormatException($"The group '{name.Value}' must list words and phrases, separated by commas.");
            }

            if (text is not ['{', .. var other, '}'])
            {
                group.Add(_parser.Phrase(text));
            }
            else if (_groups.TryGetValue(other, out var known) && known is not NumberGroup)
            {
                group.AddAll(known);
            }
            else
            {
                throw new FormatException($"There is no group '{other}' above this one. Correct the name, or move it up.");
            }
        }
    }
}
