using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Text. Null counts as the empty string.</summary>
internal static class StringFunctions
{
    public static IEnumerable<ExpressionFunction> All =>
    [
        new("length", "s", 'n', (a, in _) => Check.Text(a[0], out var t) ?? Box.Of((long)t.Length), pure: true),
        new("concat", "a+", 'a', Concat),
        new("replace", "sss", 's', (a, in s) => Replace(a, s, StringComparison.Ordinal), pure: true),
        new("replaceIgnoreCase", "sss", 's', (a, in s) => Replace(a, s, StringComparison.OrdinalIgnoreCase), pure: true),
        new("split", "ss?", 'l', Split),
        new("substring", "snn?", 's', Substring, pure: true),
        new("toLower", "ss?", 's', (a, in s) => Cased(a, s, (t, c) => t.ToLower(c))),
        new("toUpper", "ss?", 's', (a, in s) => Cased(a, s, (t, c) => t.ToUpper(c))),
        new("sentenceCase", "ss?", 's', (a, in s) => Cased(a, s, SentenceCase)),
        new("titleCase", "ss?", 's', (a, in s) => Cased(a, s, (t, c) => c.TextInfo.ToTitleCase(t.ToLower(c)))),
        new("trim", "s", 's', (a, in _) => Check.Text(a[0], out var t) ?? (object)t.Trim(), pure: true),
        new("startsWith", "ss", 'b', (a, in _) => Check.Text(a[0], out var t) ?? Check.Text(a[1], out var x) ?? Box.Of(t.StartsWith(x, StringComparison.Ordinal)), pure: true),
        new("endsWith", "ss", 'b', (a, in _) => Check.Text(a[0], out var t) ?? Check.Text(a[1], out var x) ?? Box.Of(t.EndsWith(x, StringComparison.Ordinal)), pure: true),
        new("countWord", "s", 'n', (a, in _) => Check.Text(a[0], out var t) ?? Box.Of((long)t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length), pure: true),
        new("addOrdinal", "n", 's', (a, in _) => Check.Integer(a[0], out var n) ?? (object)AddOrdinal(n), pure: true),
        new("newGuid", "", 's', (a, in s) => NewGuid(s.Options.Random)),
        new("EOL", "", 's', (a, in _) => Environment.NewLine, pure: true),
        new("indexOf", "aa", 'n', (a, in _) => Find(a[0], a[1], last: false), pure: true),
        new("lastIndexOf", "aa", 'n', (a, in _) => Find(a[0], a[1], last: true), pure: true),
    ];

    /// <summary>Joins lists to a list, anything else to a text.</summary>
    public static object? Concat(ReadOnlySpan<object?> a, in Scope scope)
    {
        var allLists = true;
        var anyList = false;
        foreach (var value in a)
        {
            anyList |= value is List<object?>;
            allLists &= value is null or List<object?>;
        }

        return allLists && anyList ? ConcatLists(a, scope) : allLists ? null : ConcatText(a, scope);
    }

    private static object ConcatLists(ReadOnlySpan<object?> a, in Scope scope)
    {
        var joined = new List<object?>();
        foreach (var value in a)
        {
            var list = value as List<object?> ?? [];
            if (scope.CheckCount((long)joined.Count + list.Count) is { } tooMany)
            {
                return tooMany;
            }

            joined.AddRange(list);
        }

        return joined;
    }

    private static object ConcatText(ReadOnlySpan<object?> a, in Scope scope)
    {
        long length = 0;
        var texts = new string[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            texts[i] = ValueText.Of(a[i]);
            length += texts[i].Length;
        }

        return scope.CheckLength(length) ?? (object)string.Concat(texts);
    }

    private static object? Replace(ReadOnlySpan<object?> a, in Scope scope, StringComparison comparison)
    {
        var fault = Check.Any(Check.Text(a[0], out var text), Check.Text(a[1], out var from), Check.Text(a[2], out var to));
        if (fault is not null || from.Length == 0)
        {
            return fault ?? new Fault("What is to be replaced is not empty.");
        }

        // No more can be replaced than fits into the text, so this is an upper bound.
        var most = text.Length + (Math.Max(0L, to.Length - from.Length) * (text.Length / from.Length));
        return (most > scope.Options.Limits.MaxStringLength ? scope.CheckLength(Exactly(text, from, to, comparison)) : null)
            ?? (object)text.Replace(from, to, comparison);
    }

    private static long Exactly(string text, string from, string to, StringComparison comparison)
    {
        long length = text.Length;
        for (var at = text.IndexOf(from, comparison); at >= 0; at = text.IndexOf(from, at + from.Length, comparison))
        {
            length += to.Length - from.Length;
        }

        return length;
    }

    private static object? Split(ReadOnlySpan<object?> a, in Scope scope)
    {
        var fault = Check.Any(Check.Text(a[0], out var text), Check.Text(a.Length > 1 ? a[1] : null, out var separator));
        return fault ?? scope.CheckCount(separator.Length == 0 ? text.Length : 1 + (text.Length / separator.Length))
            ?? (object)(separator.Length == 0
                ? [.. text.Select(c => c.ToString())]
                : new List<object?>(text.Split(separator)));
    }

    private static object? Substring(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.Text(a[0], out var text), Check.Integer(a[1], out var start)) is { } fault)
        {
            return fault;
        }

        if (a[0] is null)
        {
            return "";
        }

        if (start < 0 || start > text.Length || (start == text.Length && start > 0))
        {
            return new Fault($"The text has {text.Length} characters; it has none at {start}.");
        }

        var length = text.Length - start;
        return (a.Length > 2 ? Check.Integer(a[2], out length) : null)
            ?? (length < 0 || length > text.Length - start
                ? new Fault($"The text has {text.Length} characters; there are not {length} from {start}.")
                : (object)text.Substring(start, length));
    }

    private static object? Cased(ReadOnlySpan<object?> a, in Scope scope, Func<string, CultureInfo, string> change) =>
        Check.Text(a[0], out var text) ?? Check.Culture(a, 1, scope, out var culture) ?? (object)change(text, culture);

    private static string SentenceCase(string text, CultureInfo culture) =>
        text.Length == 0 ? "" : text[..1].ToUpper(culture) + text[1..].ToLower(culture);

    public static string AddOrdinal(int number)
    {
        var written = number.ToString(CultureInfo.InvariantCulture);
        return number <= 0 ? written : written + ((number % 100, number % 10) switch
        {
            ( >= 11 and <= 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        });
    }

    /// <summary>A version 4 GUID from the evaluation's own random numbers, so that a seeded test gets the same one again.</summary>
    private static string NewGuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private static object? Find(object? where, object? what, bool last)
    {
        if (where is List<object?> list)
        {
            return Box.Of((long)(last ? list.FindLastIndex(i => Value.AreEqual(i, what)) : list.FindIndex(i => Value.AreEqual(i, what))));
        }

        if (where is not (null or string))
        {
            return Check.Not(where, "a list or a string");
        }

        if (Check.Any(Check.Text(where, out var text), Check.Text(what, out var part)) is { } fault)
        {
            return fault;
        }

        // The empty text is found at the beginning and, from behind, at the last character.
        return Box.Of((long)(part.Length == 0 ? last ? text.Length - 1 : 0
            : last ? text.LastIndexOf(part, StringComparison.Ordinal) : text.IndexOf(part, StringComparison.Ordinal)));
    }
}
