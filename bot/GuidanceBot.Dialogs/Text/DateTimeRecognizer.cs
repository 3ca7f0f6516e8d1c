using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Text;

/// <summary>Days, times, both, ranges of them and durations, with TIMEX and values as Bot Framework's recognizer gives them.</summary>
internal sealed class DateTimeRecognizer
{
    private const string Day = "yyyy-MM-dd";
    private const string DayAndTime = "yyyy-MM-dd HH:mm:ss";

    private readonly Words _words;
    private readonly DateTime _now;
    private readonly DateReader _dates;
    private readonly TimeReader _times;

    public DateTimeRecognizer(string text, RecognitionContext context)
    {
        _words = new Words(text);
        _now = context.Now;
        _dates = new DateReader(_words, context);
        _times = new TimeReader(_words);
    }

    private delegate (int End, string Type, List<object?> Values)? Reader(int at);

    public IEnumerable<TextEntity> Recognize()
    {
        Reader[] readers = [Range, DateAndTime, NowAndCounted, PartOfDay, Period, Duration];
        for (var at = 0; at < _words.Count; at++)
        {
            var best = readers.Select(read => read(at)).Where(r => r is not null && r.Value.End > at).MaxBy(r => r!.Value.End);
            if (best is { } found)
            {
                // The words that only lead up to it are not part of it.
                var from = _words.Skip(at, "on the", "on", "at", "for");
                yield return _words.Entity("datetimeV2." + found.Type, Math.Min(from, found.End - 1), found.End, new DialogObject(1) { ["values"] = found.Values });
                at = found.End - 1;
            }
        }
    }

    private static DialogObject Value(string timex, string type, string value) => new(3) { ["timex"] = timex, ["type"] = type, ["value"] = value };

    private static DialogObject Span(string timex, string type, string start, string end) => new(4) { ["timex"] = timex, ["type"] = type, ["start"] = start, ["end"] = end };

    private static string Written(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private static string Written(TimeOnly time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Written(DateTime time) => time.ToString(DayAndTime, CultureInfo.InvariantCulture);

    private (int End, string Type, List<object?> Values)? DateAndTime(int at)
    {
        if (_dates.Read(at) is { } date)
        {
            var time = _times.Read(_words.Skip(date.End, ",", "around", "about"));
            return time is null ? (date.End, "date", [.. Each(date).Select(d => Value(date.Timex, "date", Written(d)))]) : (time.End, "datetime", Both(date, time));
        }

        if (_times.Read(at) is not { } alone)
        {
            return null;
        }

        return _dates.Read(alone.End) is { } day
            ? (day.End, "datetime", Both(day, alone))
            : (alone.End, "time", [.. alone.Times.Select(t => Value(ReadTime.Timex(t), "time", Written(t)))]);
    }

    private static IEnumerable<DateOnly> Each(ReadDate date) => date.Past == date.Future ? [date.Past] : [date.Past, date.Future];

    private static List<object?> Both(ReadDate date, ReadTime time) =>
        [.. time.Times.SelectMany(t => Each(date).Select(d => Value(date.Timex + ReadTime.Timex(t), "datetime", Written(d.ToDateTime(t)))))];

    /// <summary>Now; in two hours; ten minutes ago.</summary>
    private (int End, string Type, List<object?> Values)? NowAndCounted(int at)
    {
        var now = _words.Skip(at, "right now", "now", "at the moment", "straight away");
        if (now > at)
        {
            return (now, "datetime", [Value("PRESENT_REF", "datetime", Written(_now))]);
        }

        var start = _words.Skip(at, "in");
        var unitAt = Count(start, out var count);
        var seconds = unitAt > start ? TimeUnit(_words[unitAt]).Seconds : 0;
        var end = _words.Skip(unitAt + 1, "ago", "later", "from now", "time");
        if (seconds == 0 || (start == at && end == unitAt + 1) || Math.Abs(count) > 1e6)
        {
            return null;
        }

        var moment = _now.AddSeconds(seconds * count * (_words[unitAt + 1] == "ago" ? -1 : 1));
        return (end, "datetime", [Value(moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), "datetime", Written(moment))]);
    }

    /// <summary>This morning, tomorrow evening, tonight, in the afternoon.</summary>
    private (int End, string Type, List<object?> Values)? PartOfDay(int at)
    {
        var date = _words[at] == "tonight" ? null : _dates.Read(_words.Skip(at, "this"));
        var today = _words[at] is "this" or "tonight";
        var start = date?.End ?? _words.Skip(at, "this", "in the");
        (string Timex, TimeOnly From, TimeOnly To)? part = _words[start] switch
        {
            "morning" => ("TMO", new(8, 0), new(12, 0)),
            "afternoon" => ("TAF", new(12, 0), new(16, 0)),
            "evening" => ("TEV", new(16, 0), new(20, 0)),
            "night" or "tonight" => ("TNI", new(20, 0), new(23, 59, 59)),
            _ => null,
        };
        if (part is not { } found)
        {
            return null;
        }

        if (date is null && !today)
        {
            return (start + 1, "timerange", [Span(found.Timex, "timerange", Written(found.From), Written(found.To))]);
        }

        var day = date ?? new ReadDate(start, _now.ToString(Day, CultureInfo.InvariantCulture), DateOnly.FromDateTime(_now), DateOnly.FromDateTime(_now));
        return (start + 1, "datetimerange",
            [.. Each(day).Select(d => Span(day.Timex + found.Timex, "datetimerange", Written(d.ToDateTime(found.From)), Written(d.ToDateTime(found.To))))]);
    }

    /// <summary>Next week, this month, last year, the weekend, March 2023, in March, in 2023.</summary>
    private (int End, string Type, List<object?> Values)? Period(int at)
    {
        var today = DateOnly.FromDateTime(_now);
        var shift = _words[at] switch { "next" or "coming" => 1, "last" or "past" => -1, "this" or "current" => 0, _ => int.MinValue };
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var weekend = _words.Skip(at, "the weekend", "this weekend", "next weekend", "last weekend");
        if (weekend > at)
        {
            var saturday = monday.AddDays(5 + (7 * Math.Max(-1, shift)));
            saturday = shift == int.MinValue ? monday.AddDays(5) : saturday;
            return DateSpan(weekend, $"{Week(saturday)}-WE", saturday, saturday.AddDays(2));
        }

        if (shift > int.MinValue)
        {
            var (month, year) = (new DateOnly(today.Year, today.Month, 1).AddMonths(shift), today.Year + shift);
            return _words[at + 1] switch
            {
                "week" => DateSpan(at + 2, Week(monday.AddDays(7 * shift)), monday.AddDays(7 * shift), monday.AddDays(7 * (shift + 1))),
                "month" => DateSpan(at + 2, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month, month.AddMonths(1)),
                "year" => DateSpan(at + 2, year.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1)),
                _ => null,
            };
        }

        var named = _words.Skip(at, "in", "during");
        if (named > at && _dates.Year(named) is > 0 and var y)
        {
            return DateSpan(named + 1, y.ToString("0000", CultureInfo.InvariantCulture), new DateOnly(y, 1, 1), new DateOnly(y + 1, 1, 1));
        }

        return _dates.Month(named) is > 0 and var m ? Month(at, named, m) : null;
    }

    private (int End, string Type, List<object?> Values)? Month(int at, int named, int month)
    {
        // Behind a number it was a day that does not exist.
        if (_words.IsDigits(at - 1))
        {
            return null;
        }

        var today = DateOnly.FromDateTime(_now);
        if (_dates.Year(named + 1) is > 0 and var year)
        {
            var first = new DateOnly(year, month, 1);
            return DateSpan(named + 2, $"{year:0000}-{month:00}", first, first.AddMonths(1));
        }

        // "may" and "march" alone are more often verbs.
        if (named == at && _words[at] is "may" or "march" or "sun" or "mar")
        {
            return null;
        }

        var inYear = new DateOnly(today.Year, month, 1);
        var past = inYear.AddMonths(1) <= today ? inYear : inYear.AddYears(-1);
        return (named + 1, "daterange",
            [.. ((DateOnly[])[past, past.AddYears(1)]).Select(d => Span($"XXXX-{month:00}", "daterange", Written(d), Written(d.AddMonths(1))))]);
    }

    private static string Week(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    private static (int End, string Type, List<object?> Values) DateSpan(int end, string timex, DateOnly from, DateOnly to) =>
        (end, "daterange", [Span(timex, "daterange", Written(from), Written(to))]);

    /// <summary>From Monday to Friday; between 3pm and 5pm.</summary>
    private (int End, string Type, List<object?> Values)? Range(int at)
    {
        var start = _words.Skip(at, "from", "between");
        if (start == at)
        {
            return null;
        }

        var and = _words[at] == "between";
        if (_dates.Read(start) is { } first && After(first.End, and) is { } toDate && _dates.Read(toDate) is { } last)
        {
            var (from, to) = (first.Future, last.Future < first.Future ? last.Future.AddDays(last.Timex.StartsWith("XXXX-W", StringComparison.Ordinal) ? 7 : 0) : last.Future);
            return to <= from ? null : DateSpanOf(last.End, first, last, from, to);
        }

        if (_times.Read(start) is { } begin && After(begin.End, and) is { } toTime && _times.Read(toTime) is { } finish && finish.Time > begin.Time)
        {
            var length = finish.Time - begin.Time;
            var timex = $"({ReadTime.Timex(begin.Time)},{ReadTime.Timex(finish.Time)},PT{(length.Minutes == 0 ? $"{length.Hours}H" : $"{(int)length.TotalMinutes}M")})";
            return (finish.End, "timerange", [Span(timex, "timerange", Written(begin.Time), Written(finish.Time))]);
        }

        return null;
    }

    private static (int End, string Type, List<object?> Values) DateSpanOf(int end, ReadDate first, ReadDate last, DateOnly from, DateOnly to) =>
        (end, "daterange", [Span($"({first.Timex},{last.Timex},P{to.DayNumber - from.DayNumber}D)", "daterange", Written(from), Written(to))]);

    private int? After(int at, bool and)
    {
        var end = and ? _words.Skip(at, "and") : _words.Skip(at, "to", "till", "until", "-", "–");
        return end > at ? end : null;
    }

    private (int End, string Type, List<object?> Values)? Duration(int at)
    {
        var start = _words.Skip(at, "for");
        var unitAt = Count(start, out var count);
        if (unitAt == start)
        {
            return null;
        }

        unitAt = _words[unitAt] == "-" ? unitAt + 1 : unitAt;
        var (seconds, letter, dated) = TimeUnit(_words[unitAt]) is { Seconds: > 0 } time ? (time.Seconds, time.Letter, false) : DateSeconds(_words[unitAt]);
        if (seconds == 0)
        {
            return null;
        }

        var (written, unit) = letter == 'F' ? (count * 2, 'W') : (count, letter);
        var timex = (dated ? "P" : "PT") + NumberRecognizers.Written(written) + unit;
        return (unitAt + 1, "duration", [Value(timex, "duration", NumberRecognizers.Written(Math.Round(seconds * count)))]);
    }

    private int Count(int at, out double count)
    {
        var end = NumberReader.Read(_words, at, out count);
        if (end > at)
        {
            return _words.Skip(end, "of an", "of a", "of", "an", "a");
        }

        count = 1;
        return _words[at] is "a" or "an" or "one" ? at + 1 : at;
    }

    private static (double Seconds, char Letter) TimeUnit(string word) => word switch
    {
        "hour" or "hours" or "hr" or "hrs" => (3600, 'H'),
        "minute" or "minutes" or "min" or "mins" => (60, 'M'),
        "second" or "seconds" or "sec" or "secs" => (1, 'S'),
        _ => (0, '\0'),
    };

    private static (double Seconds, char Letter, bool Dated) DateSeconds(string word)
    {
        var letter = DateReader.DateUnit(word);
        var days = letter switch { 'D' => 1, 'W' => 7, 'F' => 14, 'M' => 30, 'Y' => 365, _ => 0 };
        return (days * 86400.0, letter, true);
    }
}
