using System.Text.RegularExpressions;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Finds telephone numbers and e-mail addresses in running text, where none may stand.</summary>
internal static partial class NumbersInText
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal) { "999", "101", "111", "55" };

    /// <summary>Each with its offset.</summary>
    public static IEnumerable<(int Offset, string Found)> In(string text) =>
        Email().Matches(text)
            .Concat(Telephone().Matches(text))
            .Select(m => (m.Index, m.Value))
            .Concat(ShortCode().Matches(text).Select(m => m.Groups["code"]).Where(g => !Allowed.Contains(g.Value)).Select(g => (g.Index, g.Value)))
            .OrderBy(found => found.Item1);

    [GeneratedRegex("""[\w.+-]+@[\w-]+(?:\.[\w-]+)+""", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    /// <summary>From seven digits, beginning with 0 or +44, spaces, hyphens and brackets between them.</summary>
    [GeneratedRegex("""(?<![\d.,£])(?:\+44[\s-]?(?:\(0\))?|\(?0)\d(?:[\s()-]{0,2}\d){5,9}(?!\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    /// <summary>"Text 85258", "ring 105".</summary>
    [GeneratedRegex(
        """\b(?:call|calling|ring|ringing|phone|dial|dialling|text|texting|telephone)\s+(?:(?:on|to|the|number)\s+)*(?<code>\d{3,6})\b(?![\s-]*\d)(?!\s*(?:hours|minutes|days|weeks|months|families|parents|times))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortCode();
}
