using System.Text.RegularExpressions;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>A template as it stands in a file, its body not yet read.</summary>
internal sealed record RawTemplate(string Name, string[] Parameters, int Offset, int BodyStart, int BodyEnd);

/// <summary>An import as it stands in a file.</summary>
internal sealed record RawImport(string Path, string? Alias, int Offset);

/// <summary>Takes a template file apart by lines: options, imports, comments, templates.</summary>
internal sealed partial class LgFileReader(LgSource source)
{
    private readonly string _text = source.Text;

    public List<RawTemplate> Templates { get; } = [];

    public List<RawImport> Imports { get; } = [];

    /// <summary>The options, <c>> !# @name = value</c>, by name without the sign.</summary>
    public Dictionary<string, string> Options { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<LgDiagnostic> Diagnostics { get; } = [];

    public void Read()
    {
        var at = _text.StartsWith('\uFEFF') ? 1 : 0;
        RawTemplate? open = null;
        while (at < _text.Length)
        {
            var end = EndOfLine(at);
            var line = _text.AsSpan(at, end - at);
            var content = line.Trim(" \t\r\uFEFF\u00A0");
            var indent = line.Length - line.TrimStart(" \t\uFEFF\u00A0").Length;
            if (content.StartsWith('#'))
            {
                Close(open, at);
                open = ReadName(content[1..].Trim().ToString(), at + indent, end);
            }
            else if (content.StartsWith('>'))
            {
                ReadOption(content[1..].TrimStart());
            }
            else if (content.StartsWith('[') && ImportLine().Match(content.ToString()) is { Success: true } import)
            {
                Close(open, at);
                open = null;
                Imports.Add(new RawImport(import.Groups["path"].Value.Trim(), import.Groups["alias"] is { Success: true } a ? a.Value : null, at + indent));
            }
            else if (open is null && !content.IsEmpty)
            {
                Add(at + indent, "lg-syntax", $"'{Shortened(content)}' stands outside a template. Write '# Name' above it, or '>' before it to make it a comment.");
            }
            else if (content.StartsWith('-') && content[1..].TrimStart().StartsWith("```"))
            {
                end = EndOfBlock(_text.IndexOf("```", at, StringComparison.Ordinal) + 3, end);
            }

            at = end + 1;
        }

        Close(open, _text.Length);
    }

    /// <summary>Where the line ends on which the block ends that begins here.</summary>
    private int EndOfBlock(int from, int endOfFirstLine)
    {
        var close = ClosingFence(_text, from, _text.Length);
        return close < 0 ? endOfFirstLine : EndOfLine(close);
    }

    /// <summary>Where <c>```</c> closes a block; -1 when it does not.</summary>
    internal static int ClosingFence(string text, int from, int end)
    {
        for (var at = from; at + 3 <= end; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("```"))
            {
                return at;
            }
        }

        return -1;
    }

    private RawTemplate ReadName(string line, int offset, int end)
    {
        var bracket = line.IndexOf('(', StringComparison.Ordinal);
        var name = (bracket < 0 ? line : line[..bracket]).Trim();
        string[] parameters = [];
        if (!TemplateName().IsMatch(name))
        {
            Add(offset, "lg-name", $"'{name}' is not the name of a template: letters, digits and '_', in parts divided by '.', none beginning with a digit.");
        }

        if (bracket >= 0)
        {
            if (!line.EndsWith(')'))
            {
                Add(offset, "lg-syntax", $"')' is missing after the parameters of '{name}'.");
            }

            parameters = line[(bracket + 1)..].TrimEnd(')').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var parameter in parameters.Where(p => !ParameterName().IsMatch(p)))
            {
                Add(offset, "lg-name", $"'{parameter}' is not the name of a parameter: letters, digits and '_'.");
            }
        }

        return new RawTemplate(name, parameters, offset, end, end);
    }

    private void Close(RawTemplate? open, int end)
    {
        if (open is null)
        {
            return;
        }

        if (Templates.Exists(t => t.Name == open.Name))
        {
            Add(open.Offset, "lg-duplicate", $"The template '{open.Name}' stands in this file already.");
            return;
        }

        Templates.Add(open with { BodyEnd = Math.Max(end, open.BodyStart) });
    }

    private void ReadOption(ReadOnlySpan<char> comment)
    {
        if (!comment.StartsWith("!#"))
        {
            return;
        }

        var option = comment[2..].Trim();
        var equals = option.IndexOf('=');
        if (option.StartsWith('@') && equals > 0)
        {
            Options[option[1..equals].Trim().ToString()] = option[(equals + 1)..].Trim().ToString();
        }
    }

    private int EndOfLine(int from)
    {
        var end = _text.IndexOf('\n', from);
        return end < 0 ? _text.Length : end;
    }

    private void Add(int offset, string code, string message) => Diagnostics.Add(LgDiagnostic.At(source, offset, code, message));

    private static string Shortened(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : string.Concat(text[..40], "…");

    [GeneratedRegex(@"^\[[^\[\]\r\n]*\]\((?<path>[^()\r\n]*)\)\s*([aA][sS]\s+(?<alias>\w+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ImportLine();

    [GeneratedRegex(@"^[a-zA-Z_]\w*(\.[a-zA-Z_]\w*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex TemplateName();

    [GeneratedRegex(@"^\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
