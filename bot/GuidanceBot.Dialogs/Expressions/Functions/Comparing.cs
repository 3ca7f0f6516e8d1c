using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Equality and order.</summary>
internal static class Comparing
{
    public static object? Compare(Operator op, object? a, object? b)
    {
        switch (op)
        {
            case Operator.Equal:
                return Box.Of(Value.AreEqual(a, b));
            case Operator.NotEqual:
                return Box.Of(!Value.AreEqual(a, b));
        }

        // Nothing is before or after null.
        if (a is null || b is null)
        {
            return Box.False;
        }

        if (!TryOrder(a, b, out var order))
        {
            return new Fault($"{Check.Shown(a)} and {Check.Shown(b)} cannot be compared.");
        }

        return Box.Of(op switch
        {
            Operator.Less => order < 0,
            Operator.LessOrEqual => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        });
    }

    /// <summary>Orders two values of one type; strings by the rules of language, not by code.</summary>
    public static bool TryOrder(object? a, object? b, out int order)
    {
        (var comparable, order) = (a, b) switch
        {
            (long x, long y) => (true, x.CompareTo(y)),
            (long or double, long or double) => (true, Value.AsDouble(a).CompareTo(Value.AsDouble(b))),
            (string x, string y) => (true, CultureInfo.InvariantCulture.CompareInfo.Compare(x, y)),
            (bool x, bool y) => (true, x.CompareTo(y)),
            (DateTime x, DateTime y) => (true, x.CompareTo(y)),
            _ => (false, 0),
        };
        return comparable;
    }
}
