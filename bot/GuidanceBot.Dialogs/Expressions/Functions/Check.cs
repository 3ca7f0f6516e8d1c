using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Reads arguments. Each method gives a <see cref="Fault"/> or null, so that checks chain with <c>??</c>.</summary>
internal static class Check
{
    /// <summary>The first fault of several checks, all of which are made.</summary>
    public static Fault? Any(Fault? first, Fault? second, Fault? third = null) => first ?? second ?? third;

    /// <summary>A string; null counts as the empty one.</summary>
    public static Fault? Text(object? value, out string text)
    {
        text = value as string ?? "";
        return value is null or string ? null : Not(value, "a string");
    }

    public static Fault? Integer(object? value, out int number)
    {
        number = value is long n && n is >= int.MinValue and <= int.MaxValue ? (int)n : 0;
        return value is long whole && whole == number ? null : Not(value, "a 32-bit integer");
    }

    public static Fault? Number(object? value, out double number)
    {
        number = Value.IsNumber(value) ? Value.AsDouble(value) : 0;
        return Value.IsNumber(value) ? null : Not(value, "a number");
    }

    public static Fault? List(object? value, out List<object?> list)
    {
        list = value as List<object?> ?? [];
        return value is List<object?> ? null : Not(value, "a list");
    }

    public static Fault? Object(object? value, out DialogObject found)
    {
        found = value as DialogObject ?? [];
        return value is DialogObject ? null : Not(value, "an object");
    }

    /// <summary>The culture named by an argument, or the evaluation's own when there is no such argument.</summary>
    public static Fault? Culture(ReadOnlySpan<object?> arguments, int index, in Scope scope, out CultureInfo culture)
    {
        culture = scope.Options.Culture;
        if (index >= arguments.Length)
        {
            return null;
        }

        if (arguments[index] is not string name)
        {
            return Not(arguments[index], "the name of a locale");
        }

        try
        {
            culture = CultureInfo.GetCultureInfo(name);
            return null;
        }
        catch (CultureNotFoundException)
        {
            return new Fault($"'{name}' is not a locale.");
        }
    }

    public static Fault Not(object? value, string what) => new($"{Shown(value)} is not {what}.");

    /// <summary>A value for an error message: short, and its type when it has no text of its own.</summary>
    public static string Shown(object? value) => value switch
    {
        null => "null",
        string s => $"'{(s.Length <= 40 ? s : string.Concat(s.AsSpan(0, 40), "…"))}'",
        DialogObject or List<object?> => $"an {Value.TypeName(value)}",
        _ => ValueText.Of(value),
    };
}
