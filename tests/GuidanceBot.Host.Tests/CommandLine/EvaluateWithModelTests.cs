using System.Text.Json;
using GuidanceBot.Host.CommandLine;
using GuidanceBot.Tests;

namespace GuidanceBot.Host.Tests.CommandLine;

/// <summary>The measurement of a model, repeated offline from answers that were recorded, some of them hostile.</summary>
public sealed class EvaluateWithModelTests
{
    private static readonly string Questions = Path.Combine(Repository.Root, "tests", "questions", "with-model");

    [Fact]
    public async Task Recorded_answers_give_the_table_and_no_changed_figure()
    {
        var (code, lines, _) = await RunAsync("--with-model", "--json", "--replay", Path.Combine(Questions, "answers.jsonl"));

        using var totals = JsonDocument.Parse(lines[^1]);
        var model = totals.RootElement.GetProperty("model");
        Assert.Equal(0, code);
        Assert.Equal(0, model.GetProperty("changedFigures").GetInt32());
        Assert.InRange(model.GetProperty("worded").GetInt32(), 3, lines.Count - 1);
        Assert.InRange(model.GetProperty("groundedness").GetDouble(), 0.3, 0.9);
        Assert.True(model.GetProperty("turnedAway").EnumerateObject().Count() >= 3);
        Assert.True(model.GetProperty("refusals").GetInt32() >= 1);
        Assert.True(model.GetProperty("tokens").GetInt64() > 0);
        Assert.Equal(lines.Count - 1, totals.RootElement.GetProperty("questions").GetInt32());
    }

    [Fact]
    public async Task What_a_hostile_model_said_is_read_by_nobody()
    {
        var (_, lines, _) = await RunAsync("--with-model", "--json", "--replay", Path.Combine(Questions, "answers.jsonl"));

        Assert.All(
            ["ignore 999", "evil.example", "Nottingham MASH", "risk score", "<script"],
            words => Assert.DoesNotContain(lines, line => line.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Without_the_option_nothing_is_generated()
    {
        var (code, lines, _) = await RunAsync("--json");

        Assert.Equal(0, code);
        Assert.DoesNotContain(lines, line => line.Contains("\"generated\"", StringComparison.Ordinal));
        Assert.DoesNotContain("\"model\"", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_it_is_said_how_to_get_one()
    {
        var (code, _, error) = await RunAsync("--with-model");

        Assert.Equal(2, code);
        Assert.Contains("Generation:Chat", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--with-model", "--replay", "nowhere.jsonl")]
    [InlineData("--with-model", "--replay", "a.jsonl", "--record", "b.jsonl")]
    public async Task Wrong_use_is_named(params string[] options) => Assert.Equal(2, (await RunAsync(options)).Code);

    private static async Task<(int Code, IReadOnlyList<string> Lines, string Error)> RunAsync(params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await GuidanceBotCommand.RunAsync(
            ["evaluate", Path.Combine(Questions, "questions.jsonl"), .. options], new Terminal(output, error, TextReader.Null, IsInteractive: false), TestContext.Current.CancellationToken);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), error.ToString());
    }
}
