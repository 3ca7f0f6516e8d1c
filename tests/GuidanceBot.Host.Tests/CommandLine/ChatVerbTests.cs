using GuidanceBot.Host.CommandLine;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.Tests.CommandLine;

public sealed class ChatVerbTests
{
    [Fact]
    public async Task A_conversation_can_be_had_by_words_and_by_numbers()
    {
        var output = await TalkAsync([], "crew", "5", "he has stopped breathing");

        Assert.Contains("  5. Moving a baby", output, StringComparison.Ordinal);
        Assert.Contains("restraint for this weight", output, StringComparison.Ordinal);
        Assert.Contains("Ring 999 now", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_names_its_sources_and_what_to_ask_next_by_number()
    {
        var output = await TalkAsync([], "how soon is the first core group?", "1");

        Assert.Contains("[1] Norfolk procedures", output, StringComparison.Ordinal);
        Assert.Contains("  1. What are the timescales", output, StringComparison.Ordinal);
        Assert.Contains("45 working days", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crew_reads_the_short_form()
    {
        var output = await TalkAsync(["--as", "ambulance"], "how soon is the first core group?");

        Assert.Contains("10 working days", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Quoted from", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_can_be_chosen_is_numbered_and_redirected_output_has_no_colours(bool interactive)
    {
        using var output = new StringWriter();
        var screen = new ChatScreen(new Terminal(output, TextWriter.Null, TextReader.Null, interactive));

        screen.Show(new Reply { Status = ReplyStatus.Emergency, Text = "**Ring 999 now.** [1]", Choices = ["Yes [really]", "No"] }, new Person());

        Assert.True(interactive || !output.ToString().Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains("Ring 999 now.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Yes [really]", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(("No", "3", "yes"), (screen.Meant(" 2. "), screen.Meant("3"), screen.Meant("yes")));
    }

    private static async Task<string> TalkAsync(string[] options, params string[] lines)
    {
        using var output = new StringWriter();
        using var input = new StringReader(string.Join('\n', [.. lines, "quit"]));
        var terminal = new Terminal(output, TextWriter.Null, input, IsInteractive: false);

        var code = await GuidanceBotCommand.RunAsync(["chat", .. options], terminal, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, code);
        return output.ToString();
    }
}
