using System.Text;
using GuidanceBot.Documents.Calendars;
using GuidanceBot.Host.Tests.Conversations;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Escalation;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Host.Tests.Escalation;

public sealed class EscalationStagesTests
{
    private const string Good =
        """
        source: "Escalation policy, version 4, March 2026"
        url: https://example.org/policy
        checked-by: "Business manager, 1 April 2026"
        stages:
          - stage: talk
            name: Stage 1
            who: The two practitioners
            what: Talk it through.
            working-days: 1
          - stage: manager
            name: Stage 2
            who: Their managers
            what: Meet.
            working-days: 2
          - stage: meeting
            name: Stage 4
            who: An independent chair
            what: Settle it.
        """;

    private static readonly BotWording Wording = BotWording.Read(Path.Combine(AppContext.BaseDirectory, "wording"));

    [Fact]
    public void A_file_is_read_with_all_its_stages()
    {
        var read = EscalationStagesReader.Read(Good, "escalation-stages.yaml");

        Assert.Empty(read.Errors);
        Assert.Equal([1, 2, null], read.Value!.Stages.Select(stage => stage.WorkingDays));
        Assert.Equal("Their managers", read.Value.Find(EscalationStep.Manager)?.Who);
        Assert.Null(read.Value.Find(EscalationStep.Policy));
    }

    [Theory]
    [InlineData("working-days: 2", "working-days: two", "working-days", 14)]
    [InlineData("working-days: 2", "working-days: 200", "working-days", 14)]
    [InlineData("stage: manager", "stage: boss", "value-unknown", 10)]
    [InlineData("stage: manager", "stage: talk", "stage-twice", 1)]
    [InlineData("who: Their managers", "whom: Their managers", "key-unknown", 12)]
    [InlineData("who: Their managers", "whom: Their managers", "key-missing", 10)]
    [InlineData("https://example.org/policy", "example.org/policy", "url-form", 2)]
    [InlineData("source:", "sauce:", "key-missing", 1)]
    public void A_mistake_is_told_with_its_line_and_the_remedy(string right, string wrong, string code, int line)
    {
        var read = EscalationStagesReader.Read(Good.Replace(right, wrong, StringComparison.Ordinal), "escalation-stages.yaml");

        Assert.Null(read.Value);
        var error = Assert.Single(read.Errors, error => error.Code == code);
        Assert.Equal(("escalation-stages.yaml", line), (error.File, error.Line));
        Assert.NotEmpty(error.Message);
    }

    /// <summary>From a day, so many working days on: weekends, Easter, Christmas and their substitutes, and the first of May.</summary>
    [Theory]
    [InlineData("2026-11-25", 1, "2026-11-26")]    // Wednesday
    [InlineData("2026-11-27", 1, "2026-11-30")]    // Friday
    [InlineData("2026-11-28", 1, "2026-11-30")]    // Saturday: Monday is the first working day
    [InlineData("2026-11-29", 2, "2026-12-01")]    // Sunday
    [InlineData("2026-04-02", 1, "2026-04-07")]    // Maundy Thursday: Good Friday and Easter Monday are left out
    [InlineData("2026-04-02", 3, "2026-04-09")]
    [InlineData("2026-12-24", 1, "2026-12-29")]    // Christmas Eve: Friday is Christmas, Boxing Day falls on Saturday and is taken on Monday
    [InlineData("2027-12-24", 1, "2027-12-29")]    // both days fall on the weekend: Monday and Tuesday
    [InlineData("2026-12-31", 2, "2027-01-05")]
    [InlineData("2027-05-01", 1, "2027-05-04")]    // Saturday before the early May holiday
    [InlineData("2026-11-28", 0, "2026-11-30")]
    [InlineData("2026-11-25", 0, "2026-11-25")]
    [InlineData("2026-11-25", 10, "2026-12-09")]
    public void Working_days_are_Englands(string from, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due, Wordless), WorkingDays.After(DateOnly.Parse(from, Wordless), days));

    [Fact]
    public void A_limit_is_a_date_in_England_with_its_source()
    {
        // 23:30 in England on Friday is still Friday; in UTC in summer it is 22:30.
        var clock = new AdjustableClock { Now = new DateTimeOffset(2026, 7, 10, 22, 30, 0, TimeSpan.Zero) };
        var dates = new EscalationDates(EscalationStagesReader.Read(Good, "file").Value, Wording, clock);
        var stage = dates.Find("manager")!;

        Assert.Equal(new DateOnly(2026, 7, 14), dates.DueOf(stage));
        var words = dates.DueInWords(stage);
        Assert.Contains("Tuesday 14 July 2026", words, StringComparison.Ordinal);
        Assert.Contains("version 4", words, StringComparison.Ordinal);
        Assert.Contains("Business manager", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_without_a_limit_has_no_date_and_no_entry()
    {
        var dates = new EscalationDates(EscalationStagesReader.Read(Good, "file").Value, Wording, new AdjustableClock());
        var stage = dates.Find("meeting")!;

        Assert.Null(dates.DueOf(stage));
        Assert.Null(dates.Entry(stage));
        Assert.DoesNotContain("2026", dates.DueInWords(stage).Replace("March 2026", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_entry_names_nobody_and_is_for_the_last_day()
    {
        var dates = new EscalationDates(EscalationStagesReader.Read(Good, "file").Value, Wording, new AdjustableClock());

        var written = CalendarFile.Write([dates.Entry(dates.Find("talk")!)!], AdjustableClock.WorkingMorning);

        Assert.Contains("DTSTART;VALUE=DATE:20261126", written, StringComparison.Ordinal);
        Assert.Contains("Stage 1", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_partnerships_file_there_are_no_stages()
    {
        var dates = new EscalationDates(null, Wording, new AdjustableClock());

        Assert.False(dates.AreHeld);
        Assert.Null(dates.Find("talk"));
    }

    [Fact]
    public async Task With_the_file_the_conversation_names_stage_and_date_and_hands_over_the_entry()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, Good, TestContext.Current.CancellationToken);
        try
        {
            var clock = new AdjustableClock();
            await using var program = GuidanceBot.Host.CommandLine.Composition.ForTerminal(clock, $"--{EscalationOptions.Section}:StagesPath={file}");
            var conversation = new Conversation();
            var said = new StringBuilder();
            foreach (var words in new[] { "escalation", "Yes, safe for now", "Delay or no reply", "manager" })
            {
                said.AppendLine((await program.Turn.ReplyToAsync(words, conversation, TestContext.Current.CancellationToken)).Text);
            }

            Assert.Contains("Stage 2", said.ToString(), StringComparison.Ordinal);
            var reply = await program.Turn.ReplyToAsync("calendar", conversation, TestContext.Current.CancellationToken);
            Assert.Equal("escalation-2026-11-27.ics", Assert.Single(reply.Files).Name);
            Assert.Contains("Friday 27 November 2026", reply.Text, StringComparison.Ordinal);
            Assert.Equal("escalation", reply.Pathway?.Name);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IFormatProvider Wordless => System.Globalization.CultureInfo.InvariantCulture;
}
