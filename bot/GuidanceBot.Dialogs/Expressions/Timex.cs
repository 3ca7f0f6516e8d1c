using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>A TIMEX string taken apart: <c>2020-02-20T07:30</c>, <c>XXXX-WXX-4</c>, <c>PT30M</c>, <c>2012-02</c>, <c>TMO</c>, <c>PRESENT_REF</c>.</summary>
internal sealed partial record Timex
{
    public int? Year { get; private init; }

    public int? Month { get; private init; }

    public int? DayOfMonth { get; private init; }

    public int? DayOfWeek { get; private init; }

    public int? WeekOfYear { get; private init; }

    public TimeOnly? Time { get; private init; }

    public bool IsDuration { get; private init; }

    public bool IsPresent { get; private init; }

    public bool IsTimeRange { get; private init; }

    private string? Season { get; init; }

    public bool IsDefinite => Year is not null && Month is not null && DayOfMonth is not null;

    public bool IsTime => Time is not null;

    public bool IsDate => (Month is not null && DayOfMonth is not null) || DayOfWeek is not null;

    public bool IsDateRange => Season is not null || WeekOfYear is not null || (DayOfMonth is null && DayOfWeek is null && (Year is not null || Month is not null));

    /// <summary>Reads a TIMEX string; what is not one has no property set.</summary>
    public static Timex Parse(string text)
    {
        if (text == "PRESENT_REF")
        {
            return new Timex { IsPresent = true };
        }

        if (DurationForm().IsMatch(text))
        {
            return new Timex { IsDuration = true };
        }

        var match = DateTimeForm().Match(text);
        if (!match.Success || text.Length == 0)
        {
            return new Timex();
        }

        return new Timex
        {
            Year = Number(match, "year"),
            Month = Number(match, "month"),
            DayOfMonth = Number(match, "day"),
            DayOfWeek = Number(match, "weekday"),
            WeekOfYear = match.Groups["weekday"].Success ? null : Number(match, "week"),
            Season = match.Groups["season"].Success ? match.Groups["season"].Value : null,
            IsTimeRange = match.Groups["part"].Success,
            Time = Number(match, "hour") is { } hour and < 24 && Number(match, "minute") is null or < 60
                ? new TimeOnly(hour, Number(match, "minute") ?? 0, Number(match, "second") ?? 0)
                : null,
        };
    }

    /// <summary>The moment in the form that recognizers give as value; null when it is no single moment or day.</summary>
    public string? Resolve()
    {
        var date = IsDefinite ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{DayOfMonth:00}") : null;
        var time = Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return date is null ? IsDate ? null : time : time is null ? date : $"{date} {time}";
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^P(?=\d|T)(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationForm();

    [GeneratedRegex(
        @"^((?<year>\d{4}|XXXX)(-(?<season>SP|SU|FA|WI)|-W(?<week>\d\d|XX)(-(?<weekday>\d)|-WE)?|-(?<month>\d\d|XX)(-(?<day>\d\d|XX))?)?)?" +
        @"(T((?<part>DT|MO|AF|EV|NI)|(?<hour>\d\d)(:(?<minute>[0-5]\d)(:(?<second>[0-5]\d))?)?))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateTimeForm();
}
