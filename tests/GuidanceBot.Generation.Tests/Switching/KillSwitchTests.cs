using GuidanceBot.Generation.Switching;
using GuidanceBot.Generation.Tests.Wording;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Generation.Tests.Switching;

public sealed class KillSwitchTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_setting_switches_off_at_once_and_on_again()
    {
        await using var model = new StubModel().Says(("Use a firm mattress.", 1));
        Assert.NotNull(await model.WordAsync(StubModel.Cot));

        model.Configuration["Generation:Off"] = "the partnership asked for it";
        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Single(model.Asked);
        Assert.Contains("Warning: Models are switched off: the partnership asked for it. Answers are quoted.", model.Log);

        model.Configuration["Generation:Off"] = "";
        Assert.NotNull(await model.WordAsync(StubModel.Cot));
        Assert.Contains("Warning: Models are switched on again.", model.Log);
    }

    [Fact]
    public async Task A_file_switches_off_at_once_and_on_again()
    {
        await using var model = new StubModel().Says(("Use a firm mattress.", 1));
        var file = new SwitchFile(Path.Combine(model.Folder, "generation.off"), new FakeTimeProvider(Now));
        Assert.NotNull(await model.WordAsync(StubModel.Cot));

        file.TurnOff("wrong answers were reported", "a duty manager");
        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Single(model.Asked);
        Assert.Equal(1, model.Counters.Counts["answer.SwitchedOff"]);

        file.TurnOn("mended", "a duty manager");
        Assert.NotNull(await model.WordAsync(StubModel.Cot));
        Assert.Equal(
            ["2026-11-27 09:30:00Z\toff\ta duty manager\twrong answers were reported", "2026-11-27 09:30:00Z\ton\ta duty manager\tmended"],
            File.ReadAllLines(file.AuditPath));
    }

    [Theory]
    [InlineData("", "no reason was given")]
    [InlineData("\n", "no reason was given")]
    [InlineData("too slow\nmore", "too slow")]
    public void An_empty_file_counts_too(string content, string reason)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "off");
        File.WriteAllText(path, content);

        Assert.Equal(reason, new SwitchFile(path, TimeProvider.System).Reason);
    }

    [Fact]
    public void A_reason_cannot_forge_a_line_of_the_record()
    {
        var file = new SwitchFile(Path.Combine(Directory.CreateTempSubdirectory().FullName, "off"), new FakeTimeProvider(Now));

        file.TurnOff("one\n2026-11-27 10:00:00Z\ton\tme\tforged", "me");

        Assert.Single(File.ReadAllLines(file.AuditPath));
        Assert.Throws<ArgumentException>(() => file.TurnOff(" ", "me"));
    }
}
