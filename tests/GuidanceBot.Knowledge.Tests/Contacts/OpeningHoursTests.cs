using System.Globalization;
using GuidanceBot.Knowledge.Contacts;

namespace GuidanceBot.Knowledge.Tests.Contacts;

public sealed class OpeningHoursTests
{
    /// <summary>Moments are in UTC: in winter that is the clock in England, in summer an hour behind it.</summary>
    public static TheoryData<string, string, bool, string> Moments => new()
    {
        { "always", "2026-12-25T03:00Z", true, "Christmas night" },
        { "unknown", "2026-03-02T12:00Z", false, "nobody knows" },
        { "Mon-Fri 09:00-17:00", "2026-03-02T09:00Z", true, "Monday, the first minute" },
        { "Mon-Fri 09:00-17:00", "2026-03-02T08:59Z", false, "a minute before" },
        { "Mon-Fri 09:00-17:00", "2026-03-02T17:00Z", false, "the end is not open any more" },
        { "Mon-Fri 09:00-17:00", "2026-06-01T08:30Z", true, "half past nine in British summer time" },
        { "Mon-Fri 09:00-17:00", "2026-06-01T16:30Z", false, "half past five in British summer time" },
        { "Mon-Fri 09:00-17:00", "2026-03-07T12:00Z", false, "Saturday" },
        { "Mon-Fri 09:00-17:00", "2026-12-25T12:00Z", false, "Christmas on a Friday" },
        { "Mon-Fri 09:00-17:00, bank-holidays", "2026-12-25T12:00Z", true, "usual hours hold" },
        { "Mon-Fri 09:00-17:00, bank-holidays 10:00-11:00", "2026-12-25T10:30Z", true, "its own hours" },
        { "Mon-Fri 09:00-17:00, bank-holidays 10:00-11:00", "2026-12-25T12:00Z", false, "not the usual ones then" },
        { "Mon-Thu 08:00-18:00, Fri 08:00-16:00", "2026-03-06T17:00Z", false, "Friday is shorter" },
        { "Mon-Thu 08:00-18:00, Fri 08:00-16:00", "2026-03-05T17:00Z", true, "Thursday is not" },
        { "Mon-Fri 17:00-09:00", "2026-03-03T03:00Z", true, "Monday's night runs into Tuesday" },
        { "Mon-Fri 17:00-09:00", "2026-03-07T08:59Z", true, "Friday's night runs into Saturday" },
        { "Mon-Fri 17:00-09:00", "2026-03-02T03:00Z", false, "Sunday has none" },
        { "Sat-Mon 10:00-24:00", "2026-03-01T23:59Z", true, "over the week's end" },
        { "daily 06:00-22:00", "2026-03-01T21:59Z", true, "every day" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Somebody_answers_by_the_clock_in_England(string hours, string moment, bool open, string because)
    {
        Assert.True(open == OpeningHours.Parse(hours).IsOpen(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)), because);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24/7")]
    [InlineData("Mon-Fri 9-5")]
    [InlineData("Mon-Fri 09:00-25:00")]
    [InlineData("Mon-Fri 09:61-17:00")]
    [InlineData("Mon 09:00-09:00")]
    [InlineData("Monday 09:00-17:00")]
    [InlineData("bank-holidays")]
    [InlineData("Mon-Fri 09:00-17:00; Sat 09:00-12:00")]
    public void What_are_no_hours_is_refused_with_the_form(string text)
    {
        Assert.False(OpeningHours.TryParse(text, out _));
        Assert.Contains("Mon-Fri 09:00-17:00", Assert.Throws<FormatException>(() => OpeningHours.Parse(text)).Message, StringComparison.Ordinal);
    }
}
