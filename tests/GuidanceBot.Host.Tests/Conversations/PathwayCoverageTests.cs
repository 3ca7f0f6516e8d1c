using System.Text.Json;
using GuidanceBot.Tests;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.Tests.Conversations;

/// <summary>Every answer of every question is chosen in some written conversation, and "something else worries me" leads on from everywhere.</summary>
public sealed class PathwayCoverageTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    /// <summary>Leads to the conversation "worry", which the second test walks.</summary>
    private const string Worry = "somethingElse";

    private const string WorryWords = "something else worries me";

    private static readonly string Folder = Path.Combine(Repository.Root, "bot", "dialogs");

    private static readonly Lazy<string> Scripts = new(() => string.Join(
        '\n', Directory.EnumerateFiles(Folder, "*.test.dialog", SearchOption.AllDirectories).Select(File.ReadAllText)));

    public static TheoryData<string> Pathways => [.. new PathwayCatalogue(Path.Combine(AppContext.BaseDirectory, "dialogs")).Names.Where(name => name != "worry")];

    [Theory]
    [MemberData(nameof(Pathways))]
    public void Every_answer_of_every_question_is_reached_by_a_written_conversation(string pathway)
    {
        using var dialog = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, pathway, $"{pathway}.dialog")));
        var answers = AnswersIn(dialog.RootElement).Where(answer => answer.Value != Worry).ToList();

        var unreached = answers.Where(answer => !Scripts.Value.Contains($"{answer.Property} == '{answer.Value}'", StringComparison.Ordinal));

        Assert.NotEmpty(answers);
        Assert.Empty(unreached);
    }

    [Theory]
    [MemberData(nameof(Pathways))]
    public async Task Whatever_else_worries_somebody_has_a_way_on(string pathway)
    {
        var conversation = await AtWorryAsync(pathway);
        var choices = conversation.OpenQuestion!.Choices;
        Assert.NotEmpty(choices);
        foreach (var choice in choices)
        {
            var here = await AtWorryAsync(pathway);

            var reply = await SayAsync(choice, here);

            Assert.NotEqual(ReplyStatus.Failed, reply.Status);
            Assert.True(reply.Choices.Count > 0 || reply.Contacts.Count > 0 || reply.Text.Contains("999", StringComparison.Ordinal), $"'{choice}': {reply.Text}");
        }
    }

    private async Task<Conversation> AtWorryAsync(string pathway)
    {
        var conversation = new Conversation();
        await SayAsync(PathwayCatalogue.StartWords(pathway), conversation);
        await SayAsync(WorryWords, conversation);
        return conversation;
    }

    private static IEnumerable<(string Property, string Value)> AnswersIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(AnswersIn),
        JsonValueKind.Object => Own(element).Concat(element.EnumerateObject().SelectMany(property => AnswersIn(property.Value))),
        _ => [],
    };

    private static IEnumerable<(string Property, string Value)> Own(JsonElement element) =>
        element.TryGetProperty("$kind", out var kind) && kind.ValueEquals("Microsoft.ChoiceInput")
        && element.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array
            ? choices.EnumerateArray().Select(choice => (element.GetProperty("property").GetString()!, choice.GetProperty("value").GetString()!))
            : [];

    private async Task<Reply> SayAsync(string text, Conversation conversation) =>
        await program.Turn.ReplyToAsync(text, conversation, TestContext.Current.CancellationToken);
}
