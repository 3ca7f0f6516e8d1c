namespace GuidanceBot.Knowledge.Contacts;

/// <summary>Counts working days in England: Monday to Friday, without bank holidays.</summary>
public static class WorkingDays
{
    public static bool IsOne(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Contains(day);

    /// <summary>The day that ends a limit. The first day does not count, whatever the hour; with none the day itself, or the next working day.</summary>
    /// <param name="from">When the time began to run; it may be a weekend or a holiday.</param>
    /// <param name="days">Working days, 0 or more.</param>
    public static DateOnly After(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsOne(day) ? 1 : 0;
        }

        while (!IsOne(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
