using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>TIMEX, the notation in which recognized dates and times are kept: what it says, and when it comes next.</summary>
internal static class TimexFunctions
{
    public static IEnumerable<ExpressionFunction> All =>
    [
        Question("isDefinite", t => t.IsDefinite),
        Question("isTime", t => t.IsTime),
        Question("isDuration", t => t.IsDuration),
        Question("isDate", t => t.IsDate),
        Question("isTimeRange", t => t.IsTimeRange),
        Question("isDateRange", t => t.IsDateRange),
        Question("isPresent", t => t.IsPresent),
        new("getNextViableDate", "ss?", 's', (a, in s) => ViableDate(a, s, 1)),
        new("getPreviousViableDate", "ss?", 's', (a, in s) => ViableDate(a, s, -1)),
        new("getNextViableTime", "ss?", 's', (a, in s) => ViableTime(a, s, 1)),
        new("getPreviousViableTime", "ss?", 's', (a, in s) => ViableTime(a, s, -1)),
        new("resolve", "a", 's', (a, in _) => Read(a[0], out var timex) ?? timex.Resolve() as object ?? Check.Not(a[0], "a time, a date or both")),
    ];

    private static ExpressionFunction Question(string name, Func<Timex, bool> asked) => new(name, "a", 'b', (a, in _) =>
        Read(a[0], out var timex) ?? Box.Of(asked(timex)));

    private static Fault? Read(object? value, out Timex timex)
    {
        // A recognizer's value has the notation as its property.
        var text = value as string ?? Value.Property(value, "timex") as string;
        timex = Timex.Parse(text ?? "");
        return text is null ? Check.Not(value, "a TIMEX string") : null;
    }

    private static object? ViableDate(ReadOnlySpan<object?> a, in Scope scope, int sign)
    {
        if (Check.Any(Read(a[0], out var timex), Now(a, scope, out var now)) is { } fault)
        {
            return fault;
        }

        if (timex is not { Year: null, Month: { } month, DayOfMonth: { } day })
        {
            return Check.Not(a[0], "a TIMEX string with month and day only, such as XXXX-10-31");
        }

        var order = (month, day).CompareTo((now.Month, now.Day));
        var year = now.Year + (sign > 0 ? (order >= 0 ? 0 : 1) : (order < 0 ? 0 : -1));
        while (day > DateTime.DaysInMonth(year, month))
        {
            if (day > DateTime.DaysInMonth(2000, month))
            {
                return new Fault($"There is no day {day} in month {month}.");
            }

            year += sign;
        }

        return new DateTime(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static object? ViableTime(ReadOnlySpan<object?> a, in Scope scope, int sign)
    {
        if (Check.Any(Check.Text(a[0], out var text), Now(a, scope, out var now)) is { } fault)
        {
            return fault;
        }

        if (!TimeOnly.TryParseExact(text.Replace("TXX", "00", StringComparison.Ordinal), "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || !text.StartsWith("TXX:", StringComparison.Ordinal))
        {
            return Check.Not(a[0], "a TIMEX string with minutes and seconds only, such as TXX:15:28");
        }

        var order = (time.Minute, time.Second).CompareTo((now.Minute, now.Second));
        var hour = (now.Hour + (sign > 0 ? (order >= 0 ? 0 : 1) : (order < 0 ? 0 : -1)) + 24) % 24;
        return new TimeOnly(hour, time.Minute, time.Second).ToString("'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static Fault? Now(ReadOnlySpan<object?> a, in Scope scope, out DateTime now)
    {
        now = scope.Options.Clock.GetLocalNow().DateTime;
        if (a.Length < 2)
        {
            return null;
        }

        var fault = DateFunctions.Zone(a[1], out var zone);
        now = TimeZoneInfo.ConvertTime(scope.Options.Clock.GetUtcNow(), zone).DateTime;
        return fault;
    }
}
