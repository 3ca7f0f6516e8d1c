using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>What kind of value it is, and whether a text has a shape.</summary>
internal static class TypeFunctions
{
    private const int MaxCached = 512;

    private static readonly BoundedCache<(string Pattern, long TimeoutTicks), Regex> Patterns = new(MaxCached);

    public static IEnumerable<ExpressionFunction> All =>
    [
        Kind("isString", v => v is string),
        Kind("isInteger", v => v is long),
        Kind("isFloat", v => v is double),
        Kind("isBoolean", v => v is bool),
        Kind("isArray", v => v is List<object?>),
        Kind("isObject", v => v is DialogObject),
        Kind("isDateTime", v => v is DateTime || (v is string && DateFunctions.Timestamp(v, out _) is null)),
        new("isMatch", "ss", 'b', IsMatch),
    ];

    /// <summary>A pattern ready to use: without backtracking where the pattern allows it, else with a time limit.</summary>
    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    public static Regex Pattern(string pattern, TimeSpan timeout)
    {
        if (Patterns.TryGet((pattern, timeout.Ticks), out var known))
        {
            return known;
        }

        Regex made;
        try
        {
            // Its time grows with the text only, which is limited; a clock would stop it when the machine is merely busy.
            made = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            made = new Regex(pattern, RegexOptions.CultureInvariant, timeout);
        }

        return Patterns.Add((pattern, timeout.Ticks), made);
    }

    private static ExpressionFunction Kind(string name, Func<object?, bool> test) =>
        ExpressionFunction.Special(name, "a", 'b', (a, in s) => a[0].Evaluate(s.InCondition()) is var v and not Fault ? Box.Of(test(v)) : Box.False);

    private static object? IsMatch(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.Text(a[0], out var text), Check.Text(a[1], out var pattern)) is { } fault)
        {
            return fault;
        }

        try
        {
            return Box.Of(pattern.Length > 0 && Pattern(pattern, scope.Options.Limits.RegexTimeout).IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return new Fault($"Matching '{pattern}' took more than {scope.Options.Limits.RegexTimeout.TotalMilliseconds} ms.");
        }
    }
}
