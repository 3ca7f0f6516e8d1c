using System.Globalization;
using CsCheck;
using GuidanceBot.Knowledge.Contacts;

namespace GuidanceBot.Knowledge.Tests.Contacts;

public sealed class BankHolidaysTests
{
    /// <summary>As the government published them for England and Wales.</summary>
    [Theory]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    public void The_days_are_those_that_were_proclaimed(int year, string expected)
    {
        var days = BankHolidays.InYear(year).Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(' ', days));
    }

    [Fact]
    public void In_any_year_there_are_eight_of_them_all_on_weekdays()
    {
        Gen.Int[2029, 2200].Sample(year =>
        {
            var days = BankHolidays.InYear(year);
            Assert.Equal(8, days.Count);
            Assert.All(days, d => Assert.True(d.Year == year && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
        });
    }
}
