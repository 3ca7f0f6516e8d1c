using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace GuidanceBot.Documents.Calendars;

/// <summary>A day to keep in mind.</summary>
/// <param name="Id">The same for the same entry, so that importing it twice gives one.</param>
/// <param name="Day">All of that day.</param>
/// <param name="Title">What the calendar shows; names nobody.</param>
/// <param name="Description">Below it.</param>
public sealed record CalendarDay(string Id, DateOnly Day, string Title, string Description);

/// <summary>Days as an iCalendar file (RFC 5545), each with a reminder at nine in the morning of the weekday.</summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar";

    private static readonly Duration NineInTheMorning = new(hours: 9);

    /// <param name="days">The entries.</param>
    /// <param name="made">When the file is made.</param>
    public static string Write(IEnumerable<CalendarDay> days, DateTimeOffset made)
    {
        var calendar = new Calendar { ProductId = "-//GuidanceBot//EN", Method = CalendarMethods.Publish };
        foreach (var day in days)
        {
            var entry = new CalendarEvent
            {
                Uid = day.Id,
                DtStamp = new CalDateTime(made.UtcDateTime, "UTC"),
                Start = new CalDateTime(day.Day),
                End = new CalDateTime(day.Day.AddDays(1)),
                Summary = day.Title,
                Description = day.Description,
                Class = "PRIVATE",
                Transparency = TransparencyType.Transparent,
            };
            entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = day.Title, Trigger = new Trigger(NineInTheMorning) });
            calendar.Events.Add(entry);
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
