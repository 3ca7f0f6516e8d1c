using System.Globalization;
using System.Text;

namespace GuidanceBot.Dialogs.Values;

/// <summary>Reads the JSON that authors write in templates and expressions.</summary>
/// <remarks>
/// Beyond JSON it takes what Bot Framework's reader takes: strings in single quotes, names without quotes, comments,
/// trailing commas. It reads from a string and makes values directly.
/// </remarks>
public ref struct LenientJson
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private int _depth;

    private LenientJson(ReadOnlySpan<char> text) => _text = text;

    /// <exception cref="FormatException">The text is not one value; the message names the character.</exception>
    public static object? Parse(ReadOnlySpan<char> text)
    {
        var reader = new LenientJson(text);
        var value = reader.ReadValue();
        reader.SkipSpace();
        return reader._at == text.Length ? value : throw reader.Fault("there is something after the value");
    }

    public static bool TryParse(ReadOnlySpan<char> text, out object? value)
    {
        try
        {
            value = Parse(text);
            return true;
        }
        catch (FormatException)
        {
            value = null;
            return false;
        }
    }

    private object? ReadValue()
    {
        SkipSpace();
        switch (Peek())
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadList();
            case '"' or '\'':
                return ReadString();
            default:
                var word = ReadWord();
                return word switch
                {
                    "null" or "undefined" => null,
                    "true" => Box.True,
                    "false" => Box.False,
                    _ => Value.TryParseNumber(word, out var number) ? number : throw Fault($"'{word}' is not a JSON value"),
                };
        }
    }

    private DialogObject ReadObject()
    {
        Enter();
        var o = new DialogObject();
        while (!TryTake('}'))
        {
            var name = Peek() is '"' or '\'' ? ReadString() : ReadWord();
            Take(':');
            o.SetExactly(name, ReadValue());
            if (!TryTake(','))
            {
                Take('}');
                break;
            }
        }

        _depth--;
        return o;
    }

    private List<object?> ReadList()
    {
        Enter();
        var list = new List<object?>();
        while (!TryTake(']'))
        {
            list.Add(ReadValue());
            if (!TryTake(','))
            {
                Take(']');
                break;
            }
        }

        _depth--;
        return list;
    }

    private string ReadString()
    {
        var quote = _text[_at++];
        var start = _at;
        var plain = _text[start..].IndexOfAny(quote, '\\');
        if (plain >= 0 && _text[start + plain] == quote)
        {
            _at = start + plain + 1;
            return _text.Slice(start, plain).ToString();
        }

        var built = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == quote)
            {
                return built.ToString();
            }

            built.Append(c == '\\' ? ReadEscape() : c);
        }

        throw Fault("a string is not closed");
    }

    private char ReadEscape()
    {
        var c = Peek();
        _at++;
        if (c != 'u')
        {
            return c switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                '"' or '\'' or '\\' or '/' => c,
                _ => throw Fault($"'\\{c}' is not an escape"),
            };
        }

        if (_at + 4 > _text.Length || !ushort.TryParse(_text.Slice(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Fault("'\\u' needs four hexadecimal digits");
        }

        _at += 4;
        return (char)code;
    }

    private string ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '$' or '-' or '+' or '.'))
        {
            _at++;
        }

        return _at > start ? _text[start.._at].ToString() : throw Fault("a value or a name is missing");
    }

    private void Enter()
    {
        _at++;
        if (++_depth > ValueJson.MaxDepth)
        {
            throw Fault($"it is nested more than {ValueJson.MaxDepth} deep");
        }

        SkipSpace();
    }

    private bool TryTake(char expected)
    {
        SkipSpace();
        if (Peek() != expected || _at >= _text.Length)
        {
            return false;
        }

        _at++;
        SkipSpace();
        return true;
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Fault($"'{expected}' is missing");
        }
    }

    private readonly char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private void SkipSpace()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (_text[_at..].StartsWith("//", StringComparison.Ordinal))
            {
                var end = _text[_at..].IndexOf('\n');
                _at = end < 0 ? _text.Length : _at + end;
            }
            else if (_text[_at..].StartsWith("/*", StringComparison.Ordinal))
            {
                var end = _text[_at..].IndexOf("*/", StringComparison.Ordinal);
                _at = end < 0 ? _text.Length : _at + end + 2;
            }
            else
            {
                break;
            }
        }
    }

    private readonly FormatException Fault(string reason) => new($"This is not JSON: {reason}, at character {Math.Min(_at, _text.Length)}.");
}
