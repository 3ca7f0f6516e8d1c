using GuidanceBot.Documents.Calendars;
using Ical.Net;

namespace GuidanceBot.Documents.Tests;

public sealed class CalendarFileTests
{
    [Fact]
    public void A_day_is_read_back_as_an_entry_of_the_whole_day_with_a_reminder()
    {
        var written = CalendarFile.Write(
            [new CalendarDay("id@guidancebot", new DateOnly(2026, 12, 29), "Last day", "Line one; and, two")],
            new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));

        var entry = Assert.Single(Calendar.Load(written)!.Events);
        Assert.Equal(("Last day", "Line one; and, two", "id@guidancebot"), (entry.Summary, entry.Description, entry.Uid));
        Assert.True(entry.IsAllDay);
        Assert.Equal(new DateOnly(2026, 12, 29), entry.Start!.Date);
        Assert.Equal(new DateOnly(2026, 12, 30), entry.End!.Date);
        Assert.Single(entry.Alarms);
        Assert.DoesNotContain("ATTENDEE", written, StringComparison.Ordinal);
        Assert.DoesNotContain("ORGANIZER", written, StringComparison.Ordinal);
    }
}
