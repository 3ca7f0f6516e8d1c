using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Turns.Answers;

namespace GuidanceBot.Generation.Screening;

/// <summary>What a model sees of the quoted guidance: numbered, without links, and with a mark in the place of each number, address and contact.</summary>
/// <remarks>A model cannot change what it does not see: it can only copy the mark, and a mark of another passage is noticed.</remarks>
internal sealed partial class MaskedUnits
{
    private readonly List<(QuotedUnit Unit, string Masked)> _units = [];
    private readonly Dictionary<string, string> _behind = new(StringComparer.Ordinal);

    public MaskedUnits(IEnumerable<QuotedUnit> units, ContactBook contacts)
    {
        var names = contacts.All.Select(contact => contact.Name).OrderByDescending(name => name.Length).ToArray();
        foreach (var unit in units)
        {
            _units.Add((unit, Mask(unit.Text, names)));
        }
    }

    public int Count => _units.Count;

    /// <summary>The text of a passage as the model saw it; null when there is none of that number, from 1.</summary>
    public string? Find(int number) => number >= 1 && number <= _units.Count ? _units[number - 1].Masked : null;

    public QuotedUnit UnitOf(int number) => _units[number - 1].Unit;

    /// <summary>All of it, for the prompt.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var at = 0; at < _units.Count; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Passage {at + 1}: {_units[at].Masked.ReplaceLineEndings(" ")}\n");
        }

        return text.ToString();
    }

    /// <summary>Puts what the marks stand for in their place.</summary>
    public string Reveal(string sentence) => Token().Replace(sentence, match => _behind.GetValueOrDefault(match.Value, match.Value));

    private string Mask(string text, string[] names)
    {
        var masked = Reach().Replace(Link().Replace(text, ""), match => TokenFor(match.Value));
        return names.Aggregate(masked, (said, name) => said.Contains(name, StringComparison.Ordinal) ? said.Replace(name, TokenFor(name), StringComparison.Ordinal) : said);
    }

    private string TokenFor(string value)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"[[T{_behind.Count + 1}]]");
        _behind.Add(token, value);
        return token;
    }

    [GeneratedRegex(@"\s*\(?(?:https?://|www\.)[^\s)]+\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,100}[A-Za-z]|(?:\+44|\b0)[0-9 \-()]{7,14}[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Reach();

    [GeneratedRegex(@"\[\[T[0-9]{1,3}\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
