using System.Collections.Frozen;
using System.Globalization;

namespace GuidanceBot.Dialogs.Text;

/// <summary>A day that was read: its notation, and the days it can be. One day when it is definite, else the last and the next.</summary>
internal sealed record ReadDate(int End, string Timex, DateOnly Past, DateOnly Future);

/// <summary>Reads days: today, next Monday, 12 March 2023, 2023-03-12, 12/3/23, in two weeks, three days ago.</summary>
internal sealed class DateReader(Words words, RecognitionContext context)
{
    private static readonly string[] MonthNames = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] DayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly FrozenDictionary<string, int> Months = Abbreviated(MonthNames, 1, ["sept"], 9);
    private static readonly FrozenDictionary<string, int> Days = Abbreviated(DayNames, 0, ["tues", "thur", "thurs"], 2);

    private DateOnly Today { get; } = DateOnly.FromDateTime(context.Now);

    public ReadDate? Read(int at)
    {
        var start = words.Skip(at, "on the", "on");
        return Named(start) ?? Weekday(start) ?? Iso(start) ?? Slashed(start) ?? WithMonth(words.Skip(start, "the")) ?? Counted(at) ?? DayOfMonth(at);
    }

    /// <summary>The month at a word, 1 to 12; 0 when there is none. "May" and "march" are months only beside a number or "in".</summary>
    public int Month(int at) => Months.GetValueOrDefault(words[at]);

    /// <summary>The year at a word, in four digits.</summary>
    public int Year(int at) => words[at].Length == 4 && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1500 and <= 2200 ? year : 0;

    /// <summary>A unit of whole days: its letter in the notation.</summary>
    public static char DateUnit(string word) => word switch
    {
        "day" or "days" => 'D',
        "week" or "weeks" or "wk" or "wks" => 'W',
        "fortnight" or "fortnights" => 'F',
        "month" or "months" => 'M',
        "year" or "years" or "yr" or "yrs" => 'Y',
        _ => '\0',
    };

    private static ReadDate Definite(int end, DateOnly day) => new(end, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day);

    private ReadDate? Named(int at)
    {
        (string Phrase, int Days)[] named =
        [
            ("the day after tomorrow", 2), ("day after tomorrow", 2), ("the day before yesterday", -2), ("day before yesterday", -2),
            ("today", 0), ("tomorrow", 1), ("tmr", 1), ("yesterday", -1), ("the next day", 1),
        ];
        foreach (var (phrase, days) in named)
        {
            var end = words.Skip(at, phrase);
            if (end > at)
            {
                return Definite(end, Today.AddDays(days));
            }
        }

        return null;
    }

    private ReadDate? Weekday(int at)
    {
        var name = words[at] is "next" or "this" or "last" or "coming" or "past" ? at + 1 : words.Skip(at, "the coming");
        if (!Days.TryGetValue(words[name], out var day) || words[name] is "sun" or "sat" && name == at)
        {
            return null;
        }

        // The week begins on Monday; its Sunday is its last day.
        var monday = Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));
        var inWeek = monday.AddDays((day + 6) % 7);
        var iso = day == 0 ? 7 : day;
        return words[at] switch
        {
            "next" => Definite(name + 1, inWeek.AddDays(7)),
            "last" or "past" => Definite(name + 1, inWeek.AddDays(-7)),
            "this" => Definite(name + 1, inWeek),
            _ => new ReadDate(name + 1, $"XXXX-WXX-{iso}", inWeek < Today ? inWeek : inWeek.AddDays(-7), inWeek >= Today ? inWeek : inWeek.AddDays(7)),
        };
    }

    private ReadDate? Iso(int at) =>
        words[at + 1] == "-" && words[at + 3] == "-" && Year(at) is > 0 and var year && Number(at + 2) is var month && Day(year, month, Number(at + 4)) is { } day
            ? Definite(at + 5, day)
            : null;

    private ReadDate? Slashed(int at)
    {
        // 12.3.2023 begins with what reads as one number, 12.3.
        if (words[at].Split('.') is [var dotted, var month] && words[at + 1] == "." && words.IsJoined(at + 1)
            && FullYear(at + 2) is > 0 and var dottedYear && Day(dottedYear, Number(month), Number(dotted)) is { } dottedDay)
        {
            return Definite(at + 3, dottedDay);
        }

        var sign = words[at + 1];
        if (sign is not ("/" or "-") || words[at + 3] != sign || !words.IsJoined(at + 1) || FullYear(at + 4) is not (> 0 and var year))
        {
            return null;
        }

        var (first, second) = (Number(at), Number(at + 2));

        // What cannot be a month is the day, whatever the country's order.
        var day = context.MonthFirst ? Day(year, first, second) ?? Day(year, second, first) : Day(year, second, first) ?? Day(year, first, second);
        return day is { } found ? Definite(at + 5, found) : null;
    }

    private ReadDate? WithMonth(int at)
    {
        int month;
        int end;
        var day = DayNumber(at, out var afterDay);
        if (day > 0)
        {
            var name = words.Skip(afterDay, "of");
            month = Month(name);
            end = name + 1;
        }
        else
        {
            month = Month(at);
            day = month > 0 ? DayNumber(words.Skip(at + 1, "the"), out end) : 0;
            end = day > 0 ? words.Skip(at + 1, "the") : at;
            day = day > 0 ? DayNumber(end, out end) : 0;
        }

        if (month == 0 || day == 0)
        {
            return null;
        }

        var yearAt = words[end] is "," or "." ? end + 1 : end;
        if (Year(yearAt) is > 0 and var year)
        {
            return Day(year, month, day) is { } definite ? Definite(yearAt + 1, definite) : null;
        }

        return Recurring(end, $"XXXX-{month:00}-{day:00}", y => Day(y, month, day));
    }

    /// <summary>In N days, N weeks ago, N months from now, a week today.</summary>
    private ReadDate? Counted(int at)
    {
        var start = words.Skip(at, "in");
        var number = Count(start, out var count);
        var unit = number > start ? DateUnit(words[number]) : '\0';
        if (unit == '\0' || count != Math.Floor(count) || count > 100_000)
        {
            return null;
        }

        var end = words.Skip(number + 1, "ago", "later", "from now", "from today", "time", "'s time", "hence");
        var sign = words[number + 1] == "ago" ? -1 : 1;
        return start > at || end > number + 1 ? Shifted(end, unit, sign * (int)count) : null;
    }

    private ReadDate? DayOfMonth(int at)
    {
        var start = words.Skip(at, "on the", "the");
        var end = NumberReader.ReadOrdinal(words, start, out var day);
        return start > at && end > start && words.IsDigits(start) && day is >= 1 and <= 31
            ? Recurring(end, $"XXXX-XX-{day:00}", month => Day(Today.Year + ((month - 1) / 12), ((month - 1) % 12) + 1, day), Today.Month + (12 * 10), -120)
            : null;
    }

    /// <summary>A number in front of a unit; "a" counts as one.</summary>
    private int Count(int at, out double count)
    {
        var end = NumberReader.Read(words, at, out count);
        if (end > at)
        {
            return words.Skip(end, "of");
        }

        count = 1;
        return words[at] is "a" or "an" or "one" ? at + 1 : at;
    }

    private ReadDate? Shifted(int end, char unit, int count)
    {
        try
        {
            return Definite(end, unit switch
            {
                'D' => Today.AddDays(count),
                'W' => Today.AddDays(7 * count),
                'F' => Today.AddDays(14 * count),
                'M' => Today.AddMonths(count),
                _ => Today.AddYears(count),
            });
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The last time before today and the first from today on that a day comes.</summary>
    private ReadDate? Recurring(int end, string timex, Func<int, DateOnly?> inYear) => Recurring(end, timex, inYear, Today.Year, 0);

    private ReadDate? Recurring(int end, string timex, Func<int, DateOnly?> at, int now, int shift)
    {
        DateOnly? past = null;
        DateOnly? future = null;
        for (var i = 8; i >= -8; i--)
        {
            var day = at(now + shift + i);
            past = past is null && day < Today ? day : past;
            future = day >= Today ? day : future;
        }

        return past is { } p && future is { } f ? new ReadDate(end, timex, p, f) : null;
    }

    private int DayNumber(int at, out int end)
    {
        end = NumberReader.ReadOrdinal(words, at, out var day);
        if (end == at && words.IsDigits(at) && Number(at) is > 0 and <= 31 and var number)
        {
            (end, day) = (at + 1, number);
        }

        return day is >= 1 and <= 31 && end > at ? day : 0;
    }

    private int FullYear(int at) => words[at].Length == 2 && Number(at) is >= 0 and var two ? (two < 50 ? 2000 : 1900) + two : Year(at);

    private int Number(int at) => Number(words[at]);

    private static int Number(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static FrozenDictionary<string, int> Abbreviated(string[] names, int first, string[] more, int meaning)
    {
        var all = new Dictionary<string, int>();
        for (var i = 0; i < names.Length; i++)
        {
            all[names[i]] = i + first;
            all.TryAdd(names[i][..3], i + first);
        }

        foreach (var name in more)
        {
            all[name] = name.StartsWith("thu", StringComparison.Ordinal) ? 4 : meaning;
        }

        return all.ToFrozenDictionary();
    }
}
