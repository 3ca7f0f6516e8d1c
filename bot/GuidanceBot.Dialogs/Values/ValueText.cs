using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GuidanceBot.Dialogs.Values;

/// <summary>Values as text: what a person reads and what <c>string()</c> gives.</summary>
public static class ValueText
{
    /// <summary>The text of a value inside a sentence.</summary>
    /// <returns>
    /// Nothing for null; a string as it is; a number in invariant form; <c>True</c> or <c>False</c>, as Bot Framework's
    /// .NET runtime writes them; an object or a list as JSON.
    /// </returns>
    public static string Of(object? value) => value switch
    {
        null => "",
        string s => s,
        bool b => b ? "True" : "False",
        long n => n.ToString(CultureInfo.InvariantCulture),
        double x => x.ToString("R", CultureInfo.InvariantCulture),
        DateTime t => t.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        _ => Json(value),
    };

    /// <summary>Appends <see cref="Of"/> without an intermediate string.</summary>
    public static void Append(StringBuilder target, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string s:
                target.Append(s);
                break;
            case long n:
                target.Append(CultureInfo.InvariantCulture, $"{n}");
                break;
            case DialogObject or List<object?>:
                AppendJson(target, value);
                break;
            default:
                target.Append(Of(value));
                break;
        }
    }

    /// <summary>Compact JSON, characters outside ASCII as they are.</summary>
    public static string Json(object? value)
    {
        var target = new StringBuilder();
        AppendJson(target, value);
        return target.ToString();
    }

    public static void AppendJson(StringBuilder target, object? value)
    {
        switch (value)
        {
            case null:
                target.Append("null");
                break;
            case bool b:
                target.Append(b ? "true" : "false");
                break;
            case long n:
                target.Append(CultureInfo.InvariantCulture, $"{n}");
                break;
            case double x:
                target.Append(Number(x));
                break;
            case DialogObject o:
                AppendObject(target, o);
                break;
            case List<object?> list:
                AppendList(target, list);
                break;
            case byte[] bytes:
                AppendString(target, Convert.ToBase64String(bytes));
                break;
            default:
                AppendString(target, Of(value));
                break;
        }
    }

    /// <summary>A double in JSON, always recognizable as one: <c>4.0</c>, not <c>4</c>. What JSON cannot say is a string.</summary>
    internal static string Number(double x)
    {
        var text = x.ToString("R", CultureInfo.InvariantCulture);
        return !double.IsFinite(x) ? $"\"{text}\"" : text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static void AppendObject(StringBuilder target, DialogObject o)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        target.Append('{');
        var first = true;
        foreach (var (name, inner) in o)
        {
            if (!first)
            {
                target.Append(',');
            }

            first = false;
            AppendString(target, name);
            target.Append(':');
            AppendJson(target, inner);
        }

        target.Append('}');
    }

    private static void AppendList(StringBuilder target, List<object?> list)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        target.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
            {
                target.Append(',');
            }

            AppendJson(target, list[i]);
        }

        target.Append(']');
    }

    private static void AppendString(StringBuilder target, string text)
    {
        target.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    target.Append('\\').Append(c);
                    break;
                case '\n':
                    target.Append("\\n");
                    break;
                case '\r':
                    target.Append("\\r");
                    break;
                case '\t':
                    target.Append("\\t");
                    break;
                case < ' ' or '\u2028' or '\u2029' or '\u0085':
                    target.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    target.Append(c);
                    break;
            }
        }

        target.Append('"');
    }
}
