using System.Globalization;
using System.Text;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>Reads the text of an expression into nodes.</summary>
/// <remarks>
/// By recursive descent over the characters, without tokens: whether <c>%</c> is an operator or begins a name is known from
/// where it stands. Precedence is that of Bot Framework's grammar (ExpressionAntlrParser.g4), which binds <c>==</c> more
/// tightly than <c>&lt;</c> and takes <c>a ? b : c ? d : e</c> from the left.
/// </remarks>
internal sealed class ExpressionParser(string text, FunctionTable functions, int start = 0, int? end = null)
{
    /// <summary>How deep parts may stand in parts; a stack frame or three each.</summary>
    public const int MaxDepth = 200;

    private readonly List<string> _locals = [];
    private readonly int _end = end ?? text.Length;
    private int _at = start;
    private int _depth;

    public Node Parse()
    {
        if (_end == 0)
        {
            return new ConstantNode("");
        }

        var root = ParseExpression(0);
        return Peek() == '\0' && _at >= _end ? root : throw Fault(_at, $"'{text[_at]}' is not expected here.");
    }

    /// <summary>Reads an expression inside another text, up to and with the <c>}</c> that closes it.</summary>
    /// <param name="after">The place after that <c>}</c>.</param>
    public Node ParseEmbedded(out int after)
    {
        var node = ParseExpression(0);
        Expect('}');
        after = _at;
        return node;
    }

    private Node ParseExpression(int minimum)
    {
        Enter();
        var left = ParseUnary();
        while (Infix() is var (sign, binding) && binding >= minimum)
        {
            var offset = _at;
            _at += sign.Length;
            left = sign switch
            {
                "?" => ParseConditional(left, offset),
                "&" => Call("concat", "concat", [left, ParseExpression(binding + 1)], offset),
                "??" => Call("coalesce", "coalesce", [left, ParseExpression(binding + 1)], offset),
                "^" => Operation(Operator.Power, left, ParseExpression(binding), offset),
                _ => Operation(OperatorOf(sign), left, ParseExpression(binding + 1), offset),
            };
        }

        _depth--;
        return left;
    }

    /// <summary>The operator that comes next and how tightly it binds; a negative binding when none does.</summary>
    private (string Sign, int Binding) Infix()
    {
        SkipSpace();
        var rest = text.AsSpan(_at, _end - _at);
        return rest switch
        {
            ['?', '?', ..] => ("??", 2),
            ['?', ..] => ("?", 1),
            ['|', '|', ..] => ("||", 3),
            ['&', '&', ..] => ("&&", 4),
            ['<', '=', ..] => ("<=", 5),
            ['>', '=', ..] => (">=", 5),
            ['<', '>', ..] => ("<>", 7),
            ['<', ..] => ("<", 5),
            ['>', ..] => (">", 5),
            ['&', ..] => ("&", 6),
            ['=', '=', ..] => ("==", 7),
            ['!', '=', ..] => ("!=", 7),
            ['+', ..] => ("+", 8),
            ['-', ..] => ("-", 8),
            ['*', ..] => ("*", 9),
            ['/', ..] => ("/", 9),
            ['%', ..] => ("%", 9),
            ['^', ..] => ("^", 10),
            _ => ("", -1),
        };
    }

    private CallNode ParseConditional(Node condition, int offset)
    {
        var yes = ParseExpression(0);
        Expect(':');
        return Call("if", "if", [condition, yes, ParseExpression(2)], offset);
    }

    private Node ParseUnary()
    {
        SkipSpace();
        var offset = _at;
        var sign = Peek();
        if (sign is not ('!' or '-' or '+'))
        {
            return ParsePrimary();
        }

        Enter();
        _at++;
        var operand = ParseUnary();
        _depth--;
        if (sign != '!' && (operand.Gives & Kinds.Number) == 0)
        {
            throw Fault(operand.Offset, $"{operand} is not a number.");
        }

        return Sized(new SignNode(sign, operand) { Offset = offset });
    }

    private Node ParsePrimary()
    {
        SkipSpace();
        var offset = _at;
        var node = ParseAtom();
        while (true)
        {
            SkipSpace();
            switch (Peek())
            {
                case '.':
                    _at++;
                    SkipSpace();
                    var name = ReadName();
                    node = Sized(new PropertyNode(node, name) { Offset = offset });
                    break;
                case '[':
                    _at++;
                    var index = ParseExpression(0);
                    Expect(']');
                    node = Sized(new ElementNode(node, index) { Offset = offset });
                    break;
                case '(':
                    node = ParseCall(node, node.ToString(), offset);
                    break;
                case '!' when Next() == '(':
                    var called = node + "!";
                    _at++;
                    node = ParseCall(node, called, offset);
                    break;
                default:
                    return node;
            }
        }
    }

    private Node ParseAtom()
    {
        var offset = _at;
        switch (Peek())
        {
            case '(':
                _at++;
                var inner = ParseExpression(0);
                Expect(')');
                return inner;
            case '[':
                _at++;
                return Call("createArray", "createArray", ParseList(']', null), offset);
            case '{':
                return ParseObject();
            case '\'' or '"':
                return new ConstantNode(ReadString()) { Offset = offset };
            case '`':
                return ParseInterpolation();
            case >= '0' and <= '9':
                return ParseNumber();
            default:
                var name = ReadName();
                return Word(name) ?? Reference(name, offset);
        }
    }

    private static ConstantNode? Word(string name) => name.Length switch
    {
        4 when name.Equals("true", StringComparison.OrdinalIgnoreCase) => new ConstantNode(Box.True),
        5 when name.Equals("false", StringComparison.OrdinalIgnoreCase) => new ConstantNode(Box.False),
        4 when name.Equals("null", StringComparison.OrdinalIgnoreCase) => new ConstantNode(null),
        _ => null,
    };

    private Node Reference(string name, int offset)
    {
        for (var i = _locals.Count - 1; i >= 0; i--)
        {
            if (_locals[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return new LocalNode(name, _locals.Count - 1 - i) { Offset = offset };
            }
        }

        return new NameNode(name) { Offset = offset };
    }

    private CallNode ParseCall(Node callee, string name, int offset)
    {
        // The callee is a name, with dots where it is a template of a namespace; whatever else it is, it cannot be called.
        if (!IsName(callee) || text[offset] == '(')
        {
            throw Fault(offset, $"'{name}' cannot be called.");
        }

        if (!functions.TryFind(name, out var function))
        {
            throw Fault(offset, $"There is no function or template '{name}'.");
        }

        Expect('(');
        return Checked(function, name, ParseList(')', function), offset);
    }

    private static bool IsName(Node node) => node is NameNode or LocalNode || (node is PropertyNode property && IsName(property.Owner));

    private CallNode Call(string function, string name, Node[] arguments, int offset) =>
        functions.TryFind(function, out var found)
            ? Checked(found, name, arguments, offset)
            : throw Fault(offset, $"There is no function '{function}'.");

    private CallNode Checked(ExpressionFunction function, string name, Node[] arguments, int offset)
    {
        if (function.CheckCount(arguments.Length) is { } wrongCount)
        {
            throw Fault(offset, wrongCount);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            var (takes, gives) = (function.ArgumentKind(i), arguments[i].Gives);
            if (takes != Kinds.Any && gives != Kinds.Any && (takes & gives) == 0 && arguments[i] is not ConstantNode { Value: null })
            {
                throw Fault(arguments[i].Offset, $"{name} takes {takes.ToString().ToLowerInvariant()} here, {arguments[i]} is not.");
            }
        }

        if (function.IsLambda && arguments[1] is not LocalNode)
        {
            throw Fault(arguments[1].Offset, $"The second argument of {name} is a name for the item; {arguments[1]} is not a name.");
        }

        return Sized(new CallNode(function, name, arguments) { Offset = offset });
    }

    private OperatorNode Operation(Operator op, Node left, Node right, int offset)
    {
        var takes = OperatorNode.Takes(op);
        foreach (var operand in (ReadOnlySpan<Node>)[left, right])
        {
            if (operand.Gives != Kinds.Any && (operand.Gives & takes) == 0)
            {
                throw Fault(operand.Offset, $"{operand} is not a {(op == Operator.Add ? "number or a string" : "number")}.");
            }
        }

        return Sized(new OperatorNode(op, left, right) { Offset = offset });
    }

    private Node[] ParseList(char end, ExpressionFunction? function)
    {
        var items = new List<Node>();
        var names = _locals.Count;
        SkipSpace();
        if (Peek() == end)
        {
            _at++;
            return [];
        }

        while (true)
        {
            var offset = Skipped();
            if (function is { IsLambda: true } && items.Count == 1 && TryReadArrow() is { } parameter)
            {
                _locals.Add(parameter);
                items.Add(new LocalNode(parameter, 0) { Offset = offset });
            }
            else if (function is { IsLambda: true } && items.Count == 1 && TryReadLoneName() is { } lone)
            {
                _locals.Add(lone);
                items.Add(new LocalNode(lone, 0) { Offset = offset });
                Expect(',');
            }

            items.Add(ParseExpression(0));
            SkipSpace();
            if (Peek() != ',')
            {
                break;
            }

            _at++;
        }

        Expect(end);
        _locals.RemoveRange(names, _locals.Count - names);
        return [.. items];
    }

    /// <summary>Reads <c>name =></c> when it comes next.</summary>
    private string? TryReadArrow() => TryReadNameBefore("=>", take: true);

    /// <summary>Reads <c>name</c> when it comes next and a comma after it.</summary>
    private string? TryReadLoneName() => TryReadNameBefore(",", take: false);

    private string? TryReadNameBefore(string sign, bool take)
    {
        var start = _at;
        if (!IsNameStart(Peek()))
        {
            return null;
        }

        var name = ReadName();
        SkipSpace();
        if (text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal) && Word(name) is null)
        {
            _at += take ? sign.Length : 0;
            return name;
        }

        _at = start;
        return null;
    }

    private ObjectNode ParseObject()
    {
        var offset = _at++;
        var names = new List<string>();
        var values = new List<Node>();
        SkipSpace();
        while (Peek() != '}')
        {
            names.Add(Peek() is '\'' or '"' ? ReadQuoted() : ReadName());
            Expect(':');
            values.Add(ParseExpression(0));
            SkipSpace();
            if (Peek() != ',')
            {
                break;
            }

            _at++;
            SkipSpace();
        }

        Expect('}');
        return Sized(new ObjectNode([.. names], [.. values]) { Offset = offset });
    }

    private ConstantNode ParseNumber()
    {
        var start = _at;
        SkipDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Next()))
        {
            _at++;
            SkipDigits();
        }

        var written = text[start.._at];
        if (IsNameStart(Peek()) && Peek() is not ('%' or '#' or '@' or '$'))
        {
            throw Fault(_at, $"'{Peek()}' is not expected after the number {written}.");
        }

        return long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? new ConstantNode(Box.Of(whole), written) { Offset = start }
            : new ConstantNode(double.Parse(written, CultureInfo.InvariantCulture), written) { Offset = start };
    }

    /// <summary>Reads <c>`text ${expression} text`</c> as <c>concat('', …)</c>, so that its value is a string.</summary>
    private CallNode ParseInterpolation()
    {
        var offset = _at++;
        var parts = new List<Node> { new ConstantNode("") };
        var plain = new StringBuilder();
        while (true)
        {
            if (_at >= _end)
            {
                throw Fault(offset, "A string in backquotes is not closed.");
            }

            var c = text[_at];
            if (c == '`')
            {
                break;
            }

            if (c == '$' && Next() == '{')
            {
                Flush(plain, parts);
                _at += 2;
                parts.Add(ParseExpression(0));
                Expect('}');
                continue;
            }

            if (c == '\\' && Next() is '`' or '$')
            {
                c = text[++_at];
            }

            plain.Append(c);
            _at++;
        }

        _at++;
        Flush(plain, parts);
        return Call("concat", "concat", [.. parts], offset);
    }

    private static void Flush(StringBuilder plain, List<Node> parts)
    {
        if (plain.Length > 0)
        {
            parts.Add(new ConstantNode(plain.ToString()));
            plain.Clear();
        }
    }

    /// <summary>Reads a string and its escapes: the quote itself, <c>\\</c>, <c>\n</c>, <c>\r</c>, <c>\t</c>; any other backslash stays.</summary>
    private string ReadString()
    {
        var quote = text[_at];
        var written = ReadQuoted();
        if (!written.Contains('\\', StringComparison.Ordinal))
        {
            return written;
        }

        var read = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            var escaped = written[i] == '\\' && i + 1 < written.Length ? written[i + 1] : '\0';
            char? meant = escaped switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '\\' => '\\',
                _ when escaped == quote => quote,
                _ => null,
            };
            read.Append(meant ?? written[i]);
            i += meant is null ? 0 : 1;
        }

        return read.ToString();
    }

    /// <summary>Reads a string and leaves its inside as written.</summary>
    private string ReadQuoted()
    {
        var start = _at;
        var quote = text[_at++];
        while (_at < _end && text[_at] != quote)
        {
            _at += text[_at] == '\\' && (Next() == quote || Next() == '\\') ? 2 : 1;
        }

        if (_at >= _end)
        {
            throw Fault(start, "A string is not closed.");
        }

        return text[(start + 1).._at++];
    }

    private string ReadName()
    {
        var start = _at;
        if (IsNameStart(Peek()))
        {
            _at += Peek() == '@' && Next() == '@' ? 2 : 1;
            while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
            {
                _at++;
            }
        }

        return _at > start ? text[start.._at]
            : _at < _end ? throw Fault(_at, $"'{text[_at]}' is not expected here.")
            : throw Fault(_at, "The expression ends too early.");
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or '#' or '@' or '$' or '%' or '~';

    private static Operator OperatorOf(string sign) => sign switch
    {
        "+" => Operator.Add,
        "-" => Operator.Subtract,
        "*" => Operator.Multiply,
        "/" => Operator.Divide,
        "%" => Operator.Remainder,
        "==" => Operator.Equal,
        "!=" or "<>" => Operator.NotEqual,
        "<" => Operator.Less,
        "<=" => Operator.LessOrEqual,
        ">" => Operator.Greater,
        ">=" => Operator.GreaterOrEqual,
        "&&" => Operator.And,
        _ => Operator.Or,
    };

    /// <summary>Notes how high a node is: a long row of operators or names makes a deep tree without any brackets.</summary>
    private T Sized<T>(T node)
        where T : Node
    {
        foreach (var child in node.Children)
        {
            node.Height = Math.Max(node.Height, child.Height + 1);
        }

        return node.Height <= MaxDepth ? node : throw Fault(node.Offset, $"The expression is nested more than {MaxDepth} deep.");
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw Fault(_at, $"The expression is nested more than {MaxDepth} deep.");
        }
    }

    private void Expect(char expected)
    {
        SkipSpace();
        if (Peek() != expected || _at >= _end)
        {
            throw _at < _end
                ? Fault(_at, $"'{expected}' is expected, not '{text[_at]}'.")
                : Fault(_at, $"'{expected}' is missing at the end.");
        }

        _at++;
    }

    private char Peek() => _at < _end ? text[_at] : '\0';

    private char Next() => _at + 1 < _end ? text[_at + 1] : '\0';

    private int Skipped()
    {
        SkipSpace();
        return _at;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()))
        {
            _at++;
        }
    }

    private void SkipSpace()
    {
        while (_at < _end && text[_at] is ' ' or '\t' or '\n' or '\r' or '\uFEFF' or '\u00A0')
        {
            _at++;
        }
    }

    private ExpressionException Fault(int offset, string reason) => new(text, Math.Min(offset, _end), reason);
}
