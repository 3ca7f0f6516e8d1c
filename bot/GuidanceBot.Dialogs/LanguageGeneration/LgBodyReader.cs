using System.Text;
using GuidanceBot.Dialogs.Expressions;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>Reads the body of a template, or a text by itself, into what can be evaluated.</summary>
/// <remarks>Every mistake is noted and reading goes on at the next line, so that all of a file's mistakes are told at once.</remarks>
internal sealed class LgBodyReader(LgSource source, FunctionTable functions, List<LgDiagnostic> diagnostics)
{
    private static readonly string[] Keywords = ["ELSEIF", "ELSE", "IF", "SWITCH", "CASE", "DEFAULT"];

    private readonly string _text = source.Text;
    private int _at;
    private int _end;

    /// <summary>Reads a text as it stands in an activity or a prompt.</summary>
    public TemplateText ReadText()
    {
        (_at, _end) = (0, _text.Length);
        var trimmed = _text.AsSpan().Trim();
        if (trimmed.StartsWith("```"))
        {
            SkipSpace(lines: true);
            return ReadBlock();
        }

        // A text of several lines is a block of its own.
        var several = _text.Contains('\n', StringComparison.Ordinal);
        if (!several)
        {
            SkipSpace(lines: false);
        }

        var parts = ReadParts(untilLineEnd: false, bar: false);
        return several ? new TemplateText([.. Joined([Environment.NewLine, .. parts, Environment.NewLine])]) : new TemplateText([.. parts]);
    }

    public TemplateBody ReadBody(RawTemplate template)
    {
        (_at, _end) = (template.BodyStart, template.BodyEnd);
        SkipBlank();
        if (_at >= _end)
        {
            Warn(template.Offset, "lg-empty", $"The template '{template.Name}' says nothing.");
            return new VariationsBody([]);
        }

        return Peek() == '[' ? ReadStructure() : ReadItems();
    }

    private TemplateBody ReadItems()
    {
        var items = new List<Item>();
        for (SkipBlank(); _at < _end; SkipBlank())
        {
            var offset = _at;
            if (Peek() != '-')
            {
                Error(offset, "lg-syntax", $"A line of a template begins with '-', not with '{Peek()}'.");
                SkipLine();
                continue;
            }

            _at++;
            SkipSpace(lines: false);
            if (ReadKeyword() is { } keyword)
            {
                items.Add(new Item(keyword, offset, ReadCondition(keyword, offset), null));
            }
            else
            {
                var text = IsFence() ? ReadBlock() : new TemplateText([.. ReadParts(untilLineEnd: true, bar: false)]);
                items.Add(new Item("", offset, null, text));
            }
        }

        return Assemble(items);
    }

    private TemplateBody Assemble(List<Item> items)
    {
        switch (items.Count > 0 ? items[0].Keyword : "")
        {
            case "IF":
                return new ConditionBody(Branches(items, 0, "ELSEIF", "ELSE"));
            case "SWITCH":
                var cases = Branches(items, 1, "CASE", "DEFAULT");
                return items[0].Condition is { } subject ? new SwitchBody(subject, cases) : new ConditionBody(cases);
            default:
                foreach (var stray in items.Where(i => i.Keyword.Length > 0))
                {
                    Error(stray.Offset, "lg-condition", $"{stray.Keyword} stands without {(stray.Keyword is "CASE" or "DEFAULT" ? "SWITCH" : "IF")} before it, as the first line of the template.");
                }

                return new VariationsBody([.. items.Where(i => i.Text is not null).Select(i => i.Text!)]);
        }
    }

    private Branch[] Branches(List<Item> items, int first, string middle, string last)
    {
        var branches = new List<Branch>();
        var closed = false;
        for (var i = first; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Text is not null)
            {
                Error(item.Offset, "lg-condition", $"A text stands between SWITCH and the first CASE.");
                continue;
            }

            var texts = items.Skip(i + 1).TakeWhile(t => t.Text is not null).Select(t => t.Text!).ToArray();
            if (i > 0 && item.Keyword != middle && item.Keyword != last)
            {
                Error(item.Offset, "lg-condition", $"{item.Keyword} cannot stand here; {middle} or {last} can.");
            }
            else if (closed)
            {
                Error(item.Offset, "lg-unreachable", $"Nothing after {last} is ever reached.");
            }

            if (texts.Length == 0)
            {
                Warn(item.Offset, "lg-empty", $"Nothing is said under this {item.Keyword}.");
            }

            closed |= item.Keyword == last;
            if (item.Condition is ConstantNode { Value: bool } constant)
            {
                Warn(item.Offset, "lg-unreachable", $"This {item.Keyword} is always {constant}.");
            }

            branches.Add(new Branch(item.Keyword == last ? null : item.Condition ?? new ConstantNode(null), new VariationsBody(texts)));
            i += texts.Length;
        }

        if (!closed)
        {
            Warn(items[0].Offset, "lg-incomplete", $"There is no {last}: the template can be silent.");
        }

        return [.. branches];
    }

    private Node? ReadCondition(string keyword, int offset)
    {
        SkipSpace(lines: false);
        var needed = keyword is not ("ELSE" or "DEFAULT");
        if (_at >= _end || Peek() is '\n' or '\r')
        {
            if (needed)
            {
                Error(offset, "lg-condition", $"{keyword} needs an expression: '- {keyword}: ${{…}}'.");
            }

            return null;
        }

        var parts = ReadParts(untilLineEnd: true, bar: false);
        if (needed && parts is [Node] or [Node, string] && parts.OfType<string>().All(string.IsNullOrWhiteSpace))
        {
            return (Node)parts[0];
        }

        Error(offset, "lg-condition", needed ? $"{keyword} takes one expression and nothing else: '- {keyword}: ${{…}}'." : $"{keyword} takes no expression.");
        return null;
    }

    private string? ReadKeyword()
    {
        var rest = _text.AsSpan(_at, _end - _at);
        foreach (var keyword in Keywords)
        {
            var length = keyword.Length;
            if (keyword == "ELSEIF" && rest.StartsWith("ELSE ", StringComparison.OrdinalIgnoreCase))
            {
                // ELSE IF may be written in two words.
                length = rest.Length - rest[4..].TrimStart(" \t").Length + 2;
                if (!rest[..Math.Min(length, rest.Length)].EndsWith("IF", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }
            }
            else if (!rest.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var after = rest[length..].TrimStart(" \t");
            if (after.StartsWith(':'))
            {
                _at = _end - after.Length + 1;
                return keyword;
            }
        }

        return null;
    }

    private StructureBody ReadStructure()
    {
        var start = _at++;
        SkipSpace(lines: false);
        var type = ReadWord();
        if (type.Length == 0)
        {
            Error(start, "lg-structure", "A structure begins with its type: '[Activity'.");
        }

        SkipLine();
        var lines = new List<StructureLine>();
        var closed = false;
        for (SkipBlank(); _at < _end && !closed; SkipBlank())
        {
            var offset = _at;
            if (Peek() == ']')
            {
                closed = true;
                _at++;
            }
            else if (Peek() == '$')
            {
                lines.Add(new StructureLine(null, ReadValues()));
            }
            else if (ReadWord() is { Length: > 0 } property && TakeEquals())
            {
                lines.Add(new StructureLine(property.ToLowerInvariant(), ReadValues()));
            }
            else
            {
                Error(offset, "lg-structure", "A line of a structure is 'Property = value' or '${Template()}'.");
                SkipLine();
            }
        }

        if (!closed)
        {
            Error(start, "lg-structure", $"']' is missing at the end of the structure '{type}'.");
        }
        else if (_at < _end)
        {
            Error(_at, "lg-structure", "Nothing can follow the end of a structure.");
        }

        if (lines.Count == 0)
        {
            Warn(start, "lg-structure", $"The structure '{type}' is empty.");
        }

        return new StructureBody(type, [.. lines]);
    }

    private bool TakeEquals()
    {
        SkipSpace(lines: false);
        if (Peek() != '=')
        {
            return false;
        }

        _at++;
        SkipSpace(lines: false);
        return true;
    }

    private TemplateText[] ReadValues()
    {
        var values = new List<TemplateText>();
        do
        {
            SkipSpace(lines: false);
            var parts = ReadParts(untilLineEnd: true, bar: true);

            // Space around a single expression does not make a text of its value.
            var lone = parts.OfType<Node>().Count() == 1 && parts.OfType<string>().All(string.IsNullOrWhiteSpace);
            values.Add(new TemplateText(lone ? [.. parts.OfType<Node>()] : [.. parts]));
        }
        while (Peek() == '|' && _at++ < _end);

        return [.. values];
    }

    /// <summary>Reads what stands between <c>```</c> and <c>```</c>, line ends included.</summary>
    private TemplateText ReadBlock()
    {
        var start = _at;
        _at += 3;
        var close = LgFileReader.ClosingFence(_text, _at, _end);
        if (close < 0)
        {
            Error(start, "lg-syntax", "'```' is missing at the end of the block.");
            _at = _end;
            return new TemplateText([]);
        }

        var end = _end;
        _end = close;
        var parts = ReadParts(untilLineEnd: false, bar: false);
        _end = end;
        _at = close + 3;
        SkipSpace(lines: false);
        if (_at < _end && Peek() is not ('\n' or '\r'))
        {
            Error(_at, "lg-syntax", "Nothing can follow '```' on its line.");
            SkipLine();
        }

        return new TemplateText([.. parts]);
    }

    /// <summary>Reads text, expressions and escapes up to the end, of the line or of all.</summary>
    private List<object> ReadParts(bool untilLineEnd, bool bar)
    {
        var parts = new List<object>();
        var plain = new StringBuilder();
        while (_at < _end)
        {
            var c = _text[_at];
            if ((untilLineEnd && (c == '\n' || (c == '\r' && _at + 1 < _end && _text[_at + 1] == '\n'))) || (bar && c == '|'))
            {
                break;
            }

            if (c == '$' && _at + 1 < _end && _text[_at + 1] == '{')
            {
                parts.Add(ReadExpression());
            }
            else if (c == '\\' && _at + 1 < _end && _text[_at + 1] is not ('\r' or '\n'))
            {
                parts.Add(Escaped(_text[_at + 1]));
                _at += 2;
            }
            else
            {
                plain.Append(c);
                _at++;
                while (_at < _end && _text[_at] is not ('$' or '\\' or '|' or '\r' or '\n'))
                {
                    plain.Append(_text[_at++]);
                }

                parts.Add(plain.ToString());
                plain.Clear();
            }
        }

        return Joined(parts);
    }

    private static string Escaped(char c) => c switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        _ => c.ToString(),
    };

    private Node ReadExpression()
    {
        var start = _at;
        try
        {
            return new ExpressionParser(_text, functions, start + 2, _end).ParseEmbedded(out _at);
        }
        catch (ExpressionException fault)
        {
            Error(fault.Offset, "lg-expression", fault.Reason);
            var close = _text.AsSpan(start, _end - start).IndexOfAny('}', '\n');
            _at = close < 0 ? _end : start + close + (_text[start + close] == '}' ? 1 : 0);
            return new FaultyNode(fault.Reason) { Offset = start };
        }
    }

    /// <summary>Puts neighbouring strings together.</summary>
    private static List<object> Joined(List<object> parts)
    {
        var joined = new List<object>(parts.Count);
        foreach (var part in parts)
        {
            if (part is string text && joined is [.., string before])
            {
                joined[^1] = before + text;
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    private string ReadWord()
    {
        var start = _at;
        while (_at < _end && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-' or '.'))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool IsFence() => _text.AsSpan(_at, _end - _at).StartsWith("```");

    private char Peek() => _at < _end ? _text[_at] : '\0';

    private void SkipSpace(bool lines)
    {
        while (_at < _end && (_text[_at] is ' ' or '\t' or '\uFEFF' or '\u00A0' || (lines && _text[_at] is '\r' or '\n')))
        {
            _at++;
        }
    }

    private void SkipLine()
    {
        var end = _text.IndexOf('\n', _at, _end - _at);
        _at = end < 0 ? _end : end;
    }

    /// <summary>Skips space, line ends and comments.</summary>
    private void SkipBlank()
    {
        for (SkipSpace(lines: true); Peek() == '>'; SkipSpace(lines: true))
        {
            SkipLine();
        }
    }

    private void Error(int offset, string code, string message) => diagnostics.Add(LgDiagnostic.At(source, offset, code, message));

    private void Warn(int offset, string code, string message) => diagnostics.Add(LgDiagnostic.At(source, offset, code, message, isError: false));

    private sealed record Item(string Keyword, int Offset, Node? Condition, TemplateText? Text);

    /// <summary>Stands where an expression could not be parsed, and says so when it is asked.</summary>
    private sealed class FaultyNode(string reason) : Node
    {
        public override object Evaluate(in Scope scope) => new Fault(reason).In(this);

        public override void Print(StringBuilder target) => target.Append("an expression that cannot be parsed");
    }
}
