using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Arithmetic.</summary>
internal static class MathFunctions
{
    public static IEnumerable<ExpressionFunction> All =>
    [
        Folding("add", "xx+", 'x', Arithmetic.Add),
        Folding("sub", "nn+", 'n', (a, b, in _) => Arithmetic.Subtract(a, b)),
        Folding("mul", "nn+", 'n', (a, b, in _) => Arithmetic.Multiply(a, b)),
        Folding("div", "nn+", 'n', (a, b, in _) => Arithmetic.Divide(a, b)),
        new("mod", "nn", 'n', (a, in _) => Arithmetic.Remainder(a[0], a[1]), pure: true),
        new("exp", "nn", 'n', (a, in _) => Arithmetic.Power(a[0], a[1]), pure: true),
        new("min", "a+", 'n', (a, in _) => Extreme(a, -1), pure: true),
        new("max", "a+", 'n', (a, in _) => Extreme(a, 1), pure: true),
        new("sum", "l", 'n', (a, in _) => Check.List(a[0], out var list) ?? Sum(list)),
        new("average", "l", 'n', (a, in _) => Check.List(a[0], out var list) ?? Average(list)),
        new("abs", "n", 'n', (a, in _) => a[0] is long n ? Box.Of(Math.Abs(n)) : Of(a[0], Math.Abs), pure: true),
        new("sqrt", "n", 'n', (a, in _) => Of(a[0], Math.Sqrt), pure: true),
        new("floor", "n", 'n', (a, in _) => Of(a[0], Math.Floor), pure: true),
        new("ceiling", "n", 'n', (a, in _) => Of(a[0], Math.Ceiling), pure: true),
        new("round", "nn?", 'n', Round, pure: true),
        new("rand", "nn", 'n', Rand),
        new("range", "nn", 'l', Range),
    ];

    private delegate object? Step(object? a, object? b, in Scope scope);

    private static ExpressionFunction Folding(string name, string takes, char gives, Step step) => new(name, takes, gives, (a, in s) =>
    {
        var sofar = a[0];
        for (var i = 1; i < a.Length && sofar is not Fault; i++)
        {
            sofar = step(sofar, a[i], s);
        }

        return sofar;
    }, pure: true);

    private static object Of(object? value, Func<double, double> function) =>
        Check.Number(value, out var number) ?? (object)function(number);

    /// <summary>The least (-1) or the greatest (1) of numbers and lists of numbers.</summary>
    private static object? Extreme(ReadOnlySpan<object?> arguments, int sign)
    {
        object? best = null;
        foreach (var argument in arguments)
        {
            IReadOnlyList<object?> candidates = argument is List<object?> list ? list : [argument];
            foreach (var candidate in candidates)
            {
                if (!Value.IsNumber(candidate))
                {
                    return Check.Not(candidate, "a number");
                }

                // A fraction among the arguments makes the result one, as it does in a sum.
                best = best is null ? candidate
                    : (best, candidate) is (long a, long b) ? Box.Of(sign > 0 ? Math.Max(a, b) : Math.Min(a, b))
                    : sign > 0 ? Math.Max(Value.AsDouble(best), Value.AsDouble(candidate))
                    : Math.Min(Value.AsDouble(best), Value.AsDouble(candidate));
            }
        }

        return best ?? new Fault("There is no number among the arguments.");
    }

    private static object? Sum(List<object?> list)
    {
        object? sum = Box.Of(0L);
        foreach (var item in list)
        {
            if (!Value.IsNumber(item))
            {
                return Check.Not(item, "a number");
            }

            sum = (sum, item) is (long a, long b) ? Box.Of(a + b) : Value.AsDouble(sum) + Value.AsDouble(item);
        }

        return sum;
    }

    private static object? Average(List<object?> list)
    {
        var sum = Sum(list);
        return sum is Fault ? sum : list.Count == 0 ? new Fault("An empty list has no average.") : Value.AsDouble(sum) / list.Count;
    }

    private static object? Round(ReadOnlySpan<object?> a, in Scope scope)
    {
        object? digitsAsked = a.Length > 1 ? a[1] : Box.Of(0L);
        return Check.Number(a[0], out var number) ?? Check.Integer(digitsAsked, out var digits)
            ?? (digits is < 0 or > 15 ? new Fault("The second argument of round is 0 to 15.") : (object)Math.Round(number, digits));
    }

    private static object? Rand(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.Integer(a[0], out var from), Check.Integer(a[1], out var to)) is { } fault)
        {
            return fault;
        }

        return from > to ? new Fault($"{from} is more than {to}.") : Box.Of((long)scope.Options.Luck.Next(scope.Memory, scope.Options.Random, from, to));
    }

    private static object? Range(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.Integer(a[0], out var start), Check.Integer(a[1], out var count), scope.CheckCount(count)) is { } fault)
        {
            return fault;
        }

        if (count <= 0)
        {
            return new Fault("The second argument of range is more than 0.");
        }

        var list = new List<object?>(count);
        for (var i = 0; i < count; i++)
        {
            list.Add(Box.Of((long)start + i));
        }

        return list;
    }
}
