using System.Globalization;
using System.Runtime.CompilerServices;

namespace GuidanceBot.Dialogs.Values;

/// <summary>What can be asked of a value of the runtime.</summary>
/// <remarks>
/// A value is null, <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="DialogObject"/> or <c>List&lt;object?&gt;</c>; <c>byte[]</c> occurs as the result of binary functions and
/// <see cref="DateTime"/> where a host puts one.
/// </remarks>
public static class Value
{
    public static bool IsNumber(object? value) => value is long or double;

    /// <summary>The truth of a value: false, null and a missing value are false, everything else, also 0 and "", is true.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool b => b,
        _ => true,
    };

    /// <summary>A number as double. Only for values that <see cref="IsNumber"/>.</summary>
    public static double AsDouble(object? value) => value is long n ? n : (double)value!;

    /// <summary>The property of an object; null when there is no such property or the value is not an object.</summary>
    /// <remarks>A list has <c>count</c>, a string has <c>length</c>.</remarks>
    public static object? Property(object? value, string name) => TryGetProperty(value, name, out var found) ? found : null;

    public static bool TryGetProperty(object? value, string name, out object? found)
    {
        switch (value)
        {
            case DialogObject o:
                return o.TryGetValue(name, out found);
            case IPropertySource source:
                return source.TryGetValue(name, out found);
            case List<object?> list when name.Equals("count", StringComparison.OrdinalIgnoreCase):
                found = Box.Of((long)list.Count);
                return true;
            case string s when name.Equals("length", StringComparison.OrdinalIgnoreCase):
                found = Box.Of((long)s.Length);
                return true;
            default:
                found = null;
                return false;
        }
    }

    /// <summary>A copy that shares nothing that can change with the original.</summary>
    /// <exception cref="InsufficientExecutionStackException">It is nested so deep that it must contain itself.</exception>
    public static object? Clone(object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case DialogObject o:
                var copy = new DialogObject(o.Count);
                foreach (var (name, inner) in o)
                {
                    copy.SetExactly(name, Clone(inner));
                }

                return copy;
            case List<object?> list:
                return list.ConvertAll(Clone);
            default:
                return value;
        }
    }

    /// <summary>Equality as <c>==</c> of the expression language: numbers by value, containers by content, null only to null.</summary>
    /// <remarks>Objects are equal when they have the same properties, in any order.</remarks>
    public static bool AreEqual(object? a, object? b)
    {
        switch (a, b)
        {
            case (null, _) or (_, null):
                return a is null && b is null;
            case (string x, string y):
                return x == y;
            case (long x, long y):
                return x == y;
            case (long or double, long or double):
                return Math.Abs(AsDouble(a) - AsDouble(b)) < double.Epsilon;
            case (List<object?> x, List<object?> y):
                return AreEqual(x, y);
            case (DialogObject x, DialogObject y):
                return AreEqual(x, y);
            case (byte[] x, byte[] y):
                return x.AsSpan().SequenceEqual(y);
            default:
                return a.Equals(b);
        }
    }

    /// <summary>A name for the type of a value, for error messages.</summary>
    public static string TypeName(object? value) => value switch
    {
        null => "null",
        string => "string",
        bool => "boolean",
        long => "integer",
        double => "float",
        DialogObject => "object",
        List<object?> => "array",
        _ => value.GetType().Name,
    };

    /// <summary>Reads a number as the language writes it: a dot for the fraction, an optional exponent.</summary>
    public static bool TryParseNumber(ReadOnlySpan<char> text, out object? number)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            number = Box.Of(whole);
            return true;
        }

        var parsed = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) && double.IsFinite(fraction);
        number = parsed ? Box.Of(fraction) : null;
        return parsed;
    }

    private static bool AreEqual(List<object?> a, List<object?> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!AreEqual(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(DialogObject a, DialogObject b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        foreach (var (name, value) in a)
        {
            if (!b.TryGetValue(name, out var other) || !AreEqual(value, other))
            {
                return false;
            }
        }

        return true;
    }
}
