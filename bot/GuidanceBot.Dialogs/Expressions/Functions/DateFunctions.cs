using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Points in time, as ISO strings of exactly the form that these functions give: <c>2018-03-15T13:00:00.000Z</c>.</summary>
internal static class DateFunctions
{
    public const string Iso = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static IEnumerable<ExpressionFunction> All =>
    [
        Add("addDays", (t, n) => t.AddDays(n)),
        Add("addHours", (t, n) => t.AddHours(n)),
        Add("addMinutes", (t, n) => t.AddMinutes(n)),
        Add("addSeconds", (t, n) => t.AddSeconds(n)),
        AddUnits("addToTime", 1),
        AddUnits("subtractFromTime", -1),
        FromNow("getFutureTime", 1),
        FromNow("getPastTime", -1),
        Start("startOfDay", t => t.Date),
        Start("startOfHour", t => t.Date.AddHours(t.Hour)),
        Start("startOfMonth", t => new DateTime(t.Year, t.Month, 1, 0, 0, 0, t.Kind)),
        Part("dayOfMonth", 'n', t => Box.Of((long)t.Day)),
        Part("dayOfWeek", 'n', t => Box.Of((long)t.DayOfWeek)),
        Part("dayOfYear", 'n', t => Box.Of((long)t.DayOfYear)),
        Part("month", 'n', t => Box.Of((long)t.Month)),
        Part("year", 'n', t => Box.Of((long)t.Year)),
        Part("date", 's', t => t.ToString("M/d/yyyy", CultureInfo.InvariantCulture)),
        Part("ticks", 'n', t => Box.Of(t.Ticks)),
        Part("getTimeOfDay", 's', TimeOfDay),
        new("utcNow", "s?s?", 's', (a, in s) => Format(s.Options.Clock.GetUtcNow().UtcDateTime, a, 0, s)),
        new("formatDateTime", "as?s?", 's', FormatDateTime),
        new("formatEpoch", "ns?s?", 's', FormatEpoch),
        new("formatTicks", "ns?s?", 's', (a, in s) => a[0] is long n ? Format(new DateTime(n, DateTimeKind.Utc), a, 1, s) : Check.Not(a[0], "an integer")),
        new("convertFromUTC", "ass?s?", 's', ConvertFromUtc),
        new("convertToUTC", "ass?s?", 's', ConvertToUtc),
        new("dateTimeDiff", "aa", 'n', (a, in _) => Timestamp(a[0], out var x) ?? Timestamp(a[1], out var y) ?? Box.Of(x.Ticks - y.Ticks)),
        new("ticksToDays", "n", 'n', (a, in _) => Ticks(a[0], t => t.TotalDays), pure: true),
        new("ticksToHours", "n", 'n', (a, in _) => Ticks(a[0], t => t.TotalHours), pure: true),
        new("ticksToMinutes", "n", 'n', (a, in _) => Ticks(a[0], t => t.TotalMinutes), pure: true),
        new("dateReadBack", "aa", 's', (a, in _) => Timestamp(a[0], out var now) ?? Timestamp(a[1], out var day) ?? (object)ReadBack(now, day)),
    ];

    /// <summary>Reads a point in time: an ISO string to the millisecond, or a <see cref="DateTime"/> that a host has put there.</summary>
    public static Fault? Timestamp(object? value, out DateTime time)
    {
        if (value is DateTime given)
        {
            time = given;
            return null;
        }

        return DateTime.TryParseExact(value as string, Iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
            ? null
            : Check.Not(value, "a time of the form 2018-03-15T13:00:00.000Z");
    }

    /// <summary>A time zone by its IANA or Windows name.</summary>
    public static Fault? Zone(object? value, out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        return value is string name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone!) ? null : Check.Not(value, "a time zone");
    }

    private static ExpressionFunction Add(string name, Func<DateTime, int, DateTime> add) => new(name, "ans?s?", 's', (a, in s) =>
        Timestamp(a[0], out var time) ?? Check.Integer(a[1], out var n) ?? Format(add(time, n), a, 2, s));

    private static ExpressionFunction AddUnits(string name, int sign) => new(name, "anss?s?", 's', (a, in s) =>
        Timestamp(a[0], out var time) ?? Shift(time, a[1], a[2], sign, out var shifted) ?? Format(shifted, a, 3, s));

    private static ExpressionFunction FromNow(string name, int sign) => new(name, "nss?s?", 's', (a, in s) =>
        Shift(s.Options.Clock.GetUtcNow().UtcDateTime, a[0], a[1], sign, out var shifted) ?? Format(shifted, a, 2, s));

    private static ExpressionFunction Start(string name, Func<DateTime, DateTime> start) => new(name, "as?s?", 's', (a, in s) =>
        Timestamp(a[0], out var time) ?? Format(start(time), a, 1, s));

    private static ExpressionFunction Part(string name, char gives, Func<DateTime, object> part) => new(name, "a", gives, (a, in _) =>
        Timestamp(a[0], out var time) ?? part(time));

    private static Fault? Shift(DateTime time, object? count, object? unit, int sign, out DateTime shifted)
    {
        shifted = time;
        if (Check.Any(Check.Integer(count, out var n), Check.Text(unit, out var name)) is { } fault)
        {
            return fault;
        }

        n *= sign;
        DateTime? moved = name.ToUpperInvariant() switch
        {
            "SECOND" => time.AddSeconds(n),
            "MINUTE" => time.AddMinutes(n),
            "HOUR" => time.AddHours(n),
            "DAY" => time.AddDays(n),
            "WEEK" => time.AddDays(7.0 * n),
            "MONTH" => time.AddMonths(n),
            "YEAR" => time.AddYears(n),
            _ => null,
        };
        shifted = moved ?? time;
        return moved is null ? new Fault($"'{name}' is not Second, Minute, Hour, Day, Week, Month or Year.") : null;
    }

    /// <summary>Formats with the format at an index and the locale after it, as far as they are given.</summary>
    private static object? Format(DateTime time, ReadOnlySpan<object?> a, int index, in Scope scope, string format = Iso)
    {
        if (Check.Culture(a, index + 1, scope, out var culture) is { } fault)
        {
            return fault;
        }

        var asked = index < a.Length ? a[index] as string : format;

        // A picture cannot be longer than what it is made from by more than the longest name of a month or day.
        return scope.CheckLength(20L * (asked?.Length ?? 0)) ?? (object)time.ToString(asked, culture);
    }

    private static object? FormatDateTime(ReadOnlySpan<object?> a, in Scope scope) => a[0] switch
    {
        DateTime time => Format(time, a, 1, scope),
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) => Format(time, a, 1, scope),
        _ => Check.Not(a[0], "a time"),
    };

    private static object? FormatEpoch(ReadOnlySpan<object?> a, in Scope scope) =>
        Check.Number(a[0], out var seconds) ?? Format(DateTime.UnixEpoch.AddSeconds(seconds), a, 1, scope);

    private static object? ConvertFromUtc(ReadOnlySpan<object?> a, in Scope scope) =>
        Timestamp(a[0], out var time) ?? Zone(a[1], out var zone)
            ?? Format(DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc), zone), DateTimeKind.Unspecified), a, 2, scope, "O");

    private static object? ConvertToUtc(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Zone(a[1], out var zone) is { } fault)
        {
            return fault;
        }

        return DateTime.TryParse(a[0] as string, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? Format(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), zone), a, 2, scope)
            : Check.Not(a[0], "a time");
    }

    private static object Ticks(object? value, Func<TimeSpan, double> unit) =>
        value is long ticks ? unit(TimeSpan.FromTicks(ticks)) : Check.Not(value, "an integer");

    private static string TimeOfDay(DateTime time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        ( < 12, _) => "morning",
        (12, 0) => "noon",
        ( < 18, _) => "afternoon",
        ( < 22, _) or (22, 0) => "evening",
        _ => "night",
    };

    /// <summary>A day as one says it on another day: today, tomorrow, this Thursday, next Monday, 5th May 2020.</summary>
    private static string ReadBack(DateTime now, DateTime day)
    {
        var (today, date) = (now.Date, day.Date);
        var thisWeek = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return (date - today).Days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            _ => (date - thisWeek).Days switch
            {
                >= 0 and < 7 => $"this {date.DayOfWeek}",
                >= 7 and < 14 => $"next {date.DayOfWeek}",
                >= -7 and < 0 => $"last {date.DayOfWeek}",
                _ => $"{StringFunctions.AddOrdinal(date.Day)} {date.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
            },
        };
    }
}
