using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>The keys and values of a YAML mapping, read strictly: what is missing, misspelt or of the wrong form is told with its place.</summary>
internal sealed class YamlFields
{
    private readonly YamlMappingNode _node;
    private readonly FileErrors _errors;
    private readonly int _linesBefore;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private YamlFields(YamlMappingNode node, FileErrors errors, int linesBefore)
    {
        (_node, _errors, _linesBefore) = (node, errors, linesBefore);
    }

    /// <summary>The line of its first key in the file, from 1.</summary>
    public int Line => (int)_node.Start.Line + _linesBefore;

    /// <param name="yaml">The text of one YAML document.</param>
    /// <param name="linesBefore">How many lines of the file stand before it.</param>
    /// <param name="errors">Where to tell what is wrong.</param>
    /// <returns>Null when it is no mapping; that is then among the errors.</returns>
    public static YamlFields? Read(string yaml, int linesBefore, FileErrors errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlFields(root, errors, linesBefore);
            }

            errors.Add("yaml-shape", linesBefore + 1, 1, "Nothing that can be read stands here. Write 'key: value' lines as knowledge/README.md shows.");
        }
        catch (YamlException fault)
        {
            errors.Add(
                "yaml-syntax",
                (int)fault.Start.Line + linesBefore,
                (int)fault.Start.Column,
                $"This is not well-formed YAML: {fault.Message} Check the spaces at the line's beginning, and put values that hold a colon in quotes.");
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet throws this, without a place, for a bracket or quote that is never closed.
            errors.Add("yaml-syntax", linesBefore + 1, 1, "This is not well-formed YAML: a bracket or quote is opened and never closed. Close it on its line.");
        }

        return null;
    }

    /// <summary>The text of a key; null when it is missing or no text, which is then an error if the key is required.</summary>
    public string? Text(string key, bool required = true, bool mayBeEmpty = false)
    {
        if (!Has(key, required, out var node))
        {
            return null;
        }

        if (node is not YamlScalarNode { Value: { } value })
        {
            Fault("yaml-value", node, $"'{key}' must be one line of text. Write {key}: words.");
            return null;
        }

        if (value.Trim().Length == 0 && !mayBeEmpty)
        {
            Fault("value-empty", node, $"'{key}' is empty. Write it after the colon{(required ? "" : ", or take the line out")}.");
            return null;
        }

        return value.Trim();
    }

    public DateOnly? Date(string key, bool required = true)
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1990 and <= 2100)
        {
            return date;
        }

        FaultAt(key, "date", $"'{key}: {text}' is not a day between 1990 and 2100. Write it as year-month-day, e.g. 2026-11-24.");
        return null;
    }

    public T? Choice<T>(string key, bool required = true)
        where T : struct, Enum
    {
        if (Text(key, required) is not { } text)
        {
            return null;
        }

        if (Words.TryRead<T>(text, out var value))
        {
            return value;
        }

        FaultAt(key, "value-unknown", $"'{key}: {text}' is not known. Write one of: {Words.All<T>()}.");
        return null;
    }

    /// <summary>A list, or one value on its own.</summary>
    public IReadOnlyList<string> List(string key, bool required = true)
    {
        if (!Has(key, required, out var node))
        {
            return [];
        }

        var items = node is YamlSequenceNode sequence ? sequence.Children : [node];
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (item is YamlScalarNode { Value: { } value } && value.Trim().Length > 0)
            {
                texts.Add(value.Trim());
            }
            else
            {
                Fault("yaml-value", item, $"'{key}' must be a list of words. Write {key}: [one, two].");
            }
        }

        if (texts.Count == 0 && required)
        {
            Fault("value-empty", node, $"'{key}' lists nothing. Write {key}: [one, two].");
        }

        return texts;
    }

    public IReadOnlyList<T> Choices<T>(string key, bool required = true)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var text in List(key, required))
        {
            if (Words.TryRead<T>(text, out var value))
            {
                values.Add(value);
            }
            else
            {
                FaultAt(key, "value-unknown", $"'{text}' in '{key}' is not known. Write one or more of: {Words.All<T>()}.");
            }
        }

        return [.. values.Distinct()];
    }

    public bool Flag(string key)
    {
        switch (Text(key, required: false))
        {
            case null or "false":
                return false;
            case "true":
                return true;
            default:
                FaultAt(key, "value-unknown", $"'{key}' must be true or false.");
                return false;
        }
    }

    /// <summary>An address on the web; null when missing or empty.</summary>
    public Uri? Address(string key)
    {
        if (Text(key, required: false, mayBeEmpty: true) is not { Length: > 0 } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        FaultAt(key, "address", $"'{text}' is not a web address. Write it in full, from https:// on, or take the line out when the page is not public.");
        return null;
    }

    public YamlFields? Map(string key, bool required = true)
    {
        if (!Has(key, required, out var node))
        {
            return null;
        }

        if (node is YamlMappingNode map)
        {
            return new YamlFields(map, _errors, _linesBefore);
        }

        Fault("yaml-value", node, $"'{key}' must hold 'key: value' lines of its own, each two spaces further in.");
        return null;
    }

    /// <summary>The keys of this mapping, each with the mapping under it.</summary>
    public IEnumerable<(string Key, int Line, YamlFields? Fields)> Entries()
    {
        foreach (var (keyNode, _) in _node.Children)
        {
            var key = ((YamlScalarNode)keyNode).Value ?? "";
            yield return (key, LineOf(keyNode), Map(key));
        }
    }

    /// <summary>A list of mappings.</summary>
    public IEnumerable<YamlFields> Maps(string key)
    {
        if (!Has(key, required: true, out var node))
        {
            yield break;
        }

        if (node is not YamlSequenceNode sequence)
        {
            Fault("yaml-value", node, $"'{key}' must be a list: each entry begins with a hyphen.");
            yield break;
        }

        foreach (var item in sequence.Children)
        {
            if (item is YamlMappingNode map)
            {
                yield return new YamlFields(map, _errors, _linesBefore);
            }
            else
            {
                Fault("yaml-value", item, $"An entry of '{key}' must be 'key: value' lines.");
            }
        }
    }

    /// <summary>Tells every key that nobody asked for: most often a misspelt one.</summary>
    public void NoOthers()
    {
        foreach (var (keyNode, _) in _node.Children)
        {
            if (keyNode is not YamlScalarNode { Value: { } key } || !_known.Contains(key))
            {
                Fault("key-unknown", keyNode, $"The key '{keyNode}' is not known here. Known are: {string.Join(", ", _known)}.");
            }
        }
    }

    public void FaultAt(string key, string code, string message) =>
        Fault(code, _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : _node, message);

    private bool Has(string key, bool required, [NotNullWhen(true)] out YamlNode? node)
    {
        _known.Add(key);
        if (_node.Children.TryGetValue(new YamlScalarNode(key), out node))
        {
            return true;
        }

        if (required)
        {
            _errors.Add("key-missing", Line, 1, $"'{key}' is missing. Add a line '{key}: …'; knowledge/README.md shows each key.");
        }

        return false;
    }

    private void Fault(string code, YamlNode node, string message) =>
        _errors.Add(code, LineOf(node), (int)node.Start.Column, message);

    private int LineOf(YamlNode node) => (int)node.Start.Line + _linesBefore;
}
