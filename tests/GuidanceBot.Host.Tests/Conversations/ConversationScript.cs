using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidanceBot.Host.Tests.Conversations;

/// <summary>A conversation written out in Markdown; the form is in tests/README.md.</summary>
internal sealed partial record ConversationScript(IReadOnlyList<ScriptLine> Lines)
{
    public static ConversationScript Read(string path)
    {
        var lines = new List<ScriptLine>();
        foreach (var (text, number) in File.ReadLines(path).Select((text, index) => (text.Trim(), index + 1)))
        {
            if (Directive().Match(text) is { Success: true } directive)
            {
                lines.Add(new ScriptLine(number, directive.Groups["key"].Value, directive.Groups["value"].Value));
            }
            else if (text.StartsWith("> ", StringComparison.Ordinal) || text == ">")
            {
                lines.Add(new ScriptLine(number, "says", Unescape(text[1..].Trim())));
            }
            else if (Expectation().Match(text) is { Success: true } expectation)
            {
                lines.Add(new ScriptLine(number, expectation.Groups["key"].Value, expectation.Groups["value"].Value));
            }
            else if (text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith('('))
            {
                throw new FormatException($"{path}:{number}: '{text}' is neither a directive nor an expectation. See tests/README.md.");
            }
        }

        return new ConversationScript(lines);
    }

    private static string Unescape(string text) => Escape().Replace(
        text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"^\((?<key>as|area|at|new): *(?<value>[^)]+)\)$")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^- (?<key>status|contains|not|file|file-contains|file-not): *(?<value>.+)$")]
    private static partial Regex Expectation();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}

/// <param name="Number">Its line in the file.</param>
/// <param name="Key">as, area, at, new, says, status, contains, not, file, file-contains or file-not.</param>
/// <param name="Value">The rest.</param>
internal sealed record ScriptLine(int Number, string Key, string Value)
{
    public IEnumerable<string> Alternatives => Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
