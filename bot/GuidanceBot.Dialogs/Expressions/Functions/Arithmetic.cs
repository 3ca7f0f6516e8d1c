using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Sums with whole numbers and fractions: two whole numbers give a whole number, also when divided.</summary>
internal static class Arithmetic
{
    /// <summary>Adds numbers; anything else is joined as text, as long as no boolean, list or object is among them.</summary>
    public static object? Add(object? a, object? b, in Scope scope)
    {
        switch (a, b)
        {
            case (long x, long y):
                return Box.Of(unchecked(x + y));
            case (long or double, long or double):
                return Value.AsDouble(a) + Value.AsDouble(b);
            case (null or string, null or string):
                return Join((string?)a ?? "", (string?)b ?? "", scope);
            case (string, long or double) or (long or double, string):
                return Join(ValueText.Of(a), ValueText.Of(b), scope);
            case (null, long or double) or (long or double, null):
                return new Fault("A number and null cannot be added.");
            default:
                return Check.Not(a is null or string or long or double ? b : a, "a number or a string");
        }
    }

    public static object? Subtract(object? a, object? b) => (a, b) switch
    {
        (long x, long y) => Box.Of(unchecked(x - y)),
        _ => Check.Number(a, out var x) ?? Check.Number(b, out var y) ?? (object)(x - y),
    };

    public static object? Multiply(object? a, object? b) => (a, b) switch
    {
        (long x, long y) => Box.Of(unchecked(x * y)),
        _ => Check.Number(a, out var x) ?? Check.Number(b, out var y) ?? (object)(x * y),
    };

    public static object? Divide(object? a, object? b) => (a, b) switch
    {
        (long or double, 0L or 0.0) => new Fault("Nothing can be divided by 0."),
        (long x, -1L) => Box.Of(unchecked(-x)),
        (long x, long y) => Box.Of(x / y),
        _ => Check.Number(a, out var x) ?? Check.Number(b, out var y) ?? (object)(x / y),
    };

    public static object? Remainder(object? a, object? b) => (a, b) switch
    {
        (long, 0L) => new Fault("Nothing can be divided by 0."),
        (long, -1L) => Box.Of(0L),
        (long x, long y) => Box.Of(x % y),
        _ => Check.Not(a is long ? b : a, "an integer"),
    };

    public static object? Power(object? a, object? b) =>
        Check.Number(a, out var x) ?? Check.Number(b, out var y) ?? (object)Math.Pow(x, y);

    private static object? Join(string a, string b, in Scope scope) =>
        scope.CheckLength((long)a.Length + b.Length) ?? (object)(a.Length == 0 ? b : b.Length == 0 ? a : a + b);
}
