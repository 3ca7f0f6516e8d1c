using System.Text.Json.Nodes;
using GuidanceBot.Tests;
using GuidanceBot.Turns.Tests.Cards;

namespace GuidanceBot.Host.Tests.Teams;

/// <summary>Everything the manifest promises works, and nothing that is typed ends in a dead end.</summary>
public sealed class CommandTests(ServedBot bot) : IClassFixture<ServedBot>
{
    public static TheoryData<string> Commands
    {
        get
        {
            var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "teams", "manifest.json")))!;
            return [.. manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray().Select(command => (string)command!["title"]!), "hi", "hello", "Help"];
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_of_the_manifest_works(string command)
    {
        var said = await bot.Person().AskAsync(command);

        Assert.DoesNotContain("I won't guess", said.Text, StringComparison.Ordinal);
        Assert.NotEmpty(said.Titles);
        Assert.Empty(CardRules.Check(said.Card!));
    }

    [Theory]
    [InlineData("asdfgh qwerty")]
    [InlineData("?")]
    [InlineData("🙂")]
    [InlineData("what is the capital of France")]
    [InlineData("thanks")]
    [InlineData("Où dort le bébé ?")]
    [InlineData("")]
    public async Task Whatever_is_typed_there_is_a_way_on(string text)
    {
        var said = await bot.Person().AskAsync(text);

        Assert.NotEmpty(said.Text);
        Assert.NotEmpty(said.Titles);
    }

    [Fact]
    public async Task Every_button_of_help_and_welcome_leads_somewhere()
    {
        var person = bot.Person();
        foreach (var title in (await person.AskAsync("hello")).Titles.Concat((await person.AskAsync("help")).Titles).Distinct().Except(["Remember this"]))
        {
            var said = await bot.Person().AskAsync(title);
            Assert.True(said.Titles.Length > 0 && !said.Text.Contains("I won't guess", StringComparison.Ordinal), $"'{title}' leads to: {said.Text}");
        }
    }
}
