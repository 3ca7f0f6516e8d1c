namespace GuidanceBot.Knowledge.Contacts;

/// <summary>The clock on the wall in England, whatever the clock of the machine.</summary>
public static class EnglishTime
{
    /// <summary>GMT in winter, BST in summer.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTime At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The day in England now.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(At(clock.GetUtcNow()));
}
