namespace GuidanceBot.Knowledge.Contacts;

/// <summary>The bank holidays of England and Wales, computed.</summary>
/// <remarks>
/// The rules of the Banking and Financial Dealings Act 1971 as proclaimed since 1978: a holiday that falls on a weekend is taken
/// on the next weekday that is not one itself. One-off days and moved ones are proclaimed year by year and are listed here.
/// Right from 1978; where a new proclamation is missing here, an office is shown as open that is shut.
/// </remarks>
public static class BankHolidays
{
    /// <summary>Days that were added by proclamation.</summary>
    private static readonly HashSet<DateOnly> Added =
    [
        new(1981, 7, 29), new(1999, 12, 31), new(2002, 6, 3), new(2011, 4, 29), new(2012, 6, 5),
        new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8),
    ];

    /// <summary>Days that moved by proclamation, and where to.</summary>
    private static readonly Dictionary<DateOnly, DateOnly> Moved = new()
    {
        [new(1995, 5, 1)] = new(1995, 5, 8),       // VE Day, fifty years
        [new(2002, 5, 27)] = new(2002, 6, 4),      // Golden Jubilee
        [new(2012, 5, 28)] = new(2012, 6, 4),      // Diamond Jubilee
        [new(2020, 5, 4)] = new(2020, 5, 8),       // VE Day, seventy-five years
        [new(2022, 5, 30)] = new(2022, 6, 2),      // Platinum Jubilee
    };

    /// <summary>Whether banks, and with them most offices, are shut. Saturdays and Sundays are not bank holidays.</summary>
    public static bool Contains(DateOnly day) => InYear(day.Year).Contains(day);

    /// <summary>The bank holidays of a year in order.</summary>
    public static IReadOnlyList<DateOnly> InYear(int year)
    {
        var easter = EasterSunday(year);
        DateOnly[] usual =
        [
            .. OnWeekdays(new DateOnly(year, 1, 1)),
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            LastMonday(year, 5),
            LastMonday(year, 8),
            .. OnWeekdays(new DateOnly(year, 12, 25), new DateOnly(year, 12, 26)),
        ];

        return
        [
            .. usual.Select(day => Moved.GetValueOrDefault(day, day))
                .Concat(Added.Where(day => day.Year == year))
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var (leaps, leapRest) = Math.DivRem(century, 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * golden) + century - leaps - moonCorrection + 15) % 30;
        var (quarters, quarterRest) = Math.DivRem(ofCentury, 4);
        var weekday = (32 + (2 * leapRest) + (2 * quarters) - fullMoon - quarterRest) % 7;
        var late = (golden + (11 * fullMoon) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(fullMoon + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    /// <summary>Neighbouring holidays, each that falls on a weekend moved to the next weekday that none of them has.</summary>
    private static List<DateOnly> OnWeekdays(params DateOnly[] holidays)
    {
        var taken = holidays.Where(IsWeekday).ToList();
        foreach (var holiday in holidays.Where(day => !IsWeekday(day)))
        {
            var day = holiday.AddDays(1);
            while (!IsWeekday(day) || taken.Contains(day))
            {
                day = day.AddDays(1);
            }

            taken.Add(day);
        }

        return taken;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month) =>
        FirstMonday(year, month) is var first && first.AddDays(28).Month == month ? first.AddDays(28) : first.AddDays(21);
}
