using GuidanceBot.Knowledge.Yaml;
namespace GuidanceBot.Turns.Safety.Content;

/// <summary>The keys of one mapping, asked for by name; what nobody asked for is a fault.</summary>
internal sealed class YamlFields(YamlValue.Map map, ContentFaults faults)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public YamlValue.Map Map => map;

    public YamlValue.Text? Text(string key, bool required = true)
    {
        switch (Find(key, required))
        {
            case null:
                return null;
            case YamlValue.Text { Value.Length: > 0 } text:
                return text;
            case var other:
                faults.Add("yaml-value", other, $"'{key}' must be one line of words. Write {key}: words.");
                return null;
        }
    }

    /// <summary>A list of texts; one text on its own counts as a list of one.</summary>
    public IReadOnlyList<YamlValue.Text> Texts(string key, bool required = true)
    {
        var found = Find(key, required);
        var items = found switch
        {
            null => [],
            YamlValue.Sequence sequence => sequence.Items,
            _ => [found],
        };
        foreach (var wrong in items.Where(item => item is not YamlValue.Text { Value.Length: > 0 }))
        {
            faults.Add("yaml-value", wrong, $"'{key}' must list words. Put each in quotes, one a line after a hyphen.");
        }

        return [.. items.OfType<YamlValue.Text>().Where(text => text.Value.Length > 0)];
    }

    public IReadOnlyList<YamlFields> Maps(string key)
    {
        if (Find(key, required: true) is not { } found)
        {
            return [];
        }

        var items = found is YamlValue.Sequence sequence ? sequence.Items : [found];
        foreach (var wrong in items.Where(item => item is not YamlValue.Map))
        {
            faults.Add("yaml-value", wrong, $"An entry of '{key}' must be 'key: value' lines that begin with a hyphen.");
        }

        return [.. items.OfType<YamlValue.Map>().Select(item => new YamlFields(item, faults))];
    }

    public IReadOnlyList<KeyValuePair<YamlValue.Text, YamlValue>> Entries(string key, bool required = true)
    {
        switch (Find(key, required))
        {
            case null:
                return [];
            case YamlValue.Map entries:
                return entries.Entries;
            case var other:
                faults.Add("yaml-value", other, $"'{key}' must hold 'name: value' lines of its own, each two spaces further in.");
                return [];
        }
    }

    public T? Choice<T>(string key, T? otherwise = null)
        where T : struct, Enum
    {
        if (Text(key, required: otherwise is null) is not { } text)
        {
            return otherwise;
        }

        if (KebabCase.TryRead<T>(text.Value, out var value))
        {
            return value;
        }

        faults.Add("value-unknown", text, $"'{text.Value}' is not a {key}. Write one of: {string.Join(", ", KebabCase.All<T>())}.");
        return null;
    }

    public bool Flag(string key, bool otherwise)
    {
        switch (Text(key, required: false))
        {
            case null:
                return otherwise;
            case { Value: "true" or "yes" }:
                return true;
            case { Value: "false" or "no" }:
                return false;
            case var text:
                faults.Add("value-unknown", text, $"'{key}' must be yes or no.");
                return otherwise;
        }
    }

    /// <summary>Tells every key that nobody asked for: most often a misspelt one.</summary>
    public void NoOthers()
    {
        foreach (var (key, _) in map.Entries.Where(entry => !_known.Contains(entry.Key.Value)))
        {
            faults.Add("key-unknown", key, $"The key '{key.Value}' is not known here. Known are: {string.Join(", ", _known)}.");
        }
    }

    private YamlValue? Find(string key, bool required)
    {
        _known.Add(key);
        var found = map.Entries.Where(entry => entry.Key.Value == key).Select(entry => entry.Value).FirstOrDefault();
        if (found is null && required)
        {
            faults.Add("key-missing", map, $"'{key}' is missing here. Add a line '{key}: ...'.");
        }

        return found;
    }
}
