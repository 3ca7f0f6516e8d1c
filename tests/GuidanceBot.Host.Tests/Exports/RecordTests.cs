using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using GuidanceBot.Host.Tests.Conversations;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Exports;

namespace GuidanceBot.Host.Tests.Exports;

/// <summary>The record of every guided conversation, walked with answers taken at random.</summary>
public sealed class RecordTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    /// <summary>No conversation has more questions.</summary>
    private const int MostSteps = 250;

    public static TheoryData<string> Pathways => [.. new PathwayCatalogue(Path.Combine(AppContext.BaseDirectory, "dialogs")).Names.Where(name => name != "worry")];

    [Theory]
    [MemberData(nameof(Pathways))]
    public async Task Every_record_holds_what_was_answered_and_opens_in_Word(string pathway) =>
        await Gen.Int[0, 1000].Array[MostSteps].SampleAsync(
            async picks =>
            {
                var conversation = await WalkAsync(pathway, picks);
                var word = await SayAsync("word document", conversation);
                var file = Assert.Single(word.Files);
                using var document = WordprocessingDocument.Open(new MemoryStream(file.Content.ToArray()), isEditable: false);
                Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => error.Description));

                var memory = PathwayMemory.Read(conversation.Dialogs);
                var made = program.Get<SummaryMaker>().Make(pathway, memory)!;
                Assert.True(made.Finished);
                Assert.Equal(memory.Answers(PathwayCatalogue.KeyOf(pathway)).Count, made.Answers.Count(answer => answer.Id.StartsWith(PathwayCatalogue.KeyOf(pathway) + "_", StringComparison.Ordinal)));
                var text = FileText.Of(file);
                Assert.All(made.Answers, answer => Assert.Contains(answer.Words, text, StringComparison.Ordinal));
                Assert.All(made.Risks, risk => Assert.Contains(risk.Line.Text, text, StringComparison.Ordinal));
                Assert.Contains("Draft until the partnership signs it off", text, StringComparison.Ordinal);
                Assert.DoesNotContain("${", text, StringComparison.Ordinal);
                Assert.DoesNotContain("🔴", text, StringComparison.Ordinal);
                Assert.DoesNotContain("[elsewhere]", text, StringComparison.Ordinal);
            },
            iter: 3,
            threads: 1);

    /// <summary>A source code that nobody can look up is no evidence.</summary>
    [Fact]
    public void Every_source_code_of_the_dialogs_stands_for_something()
    {
        var sources = program.Get<SourceTitles>();
        var codes = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "dialogs"), "*.lg", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => line.TrimStart().StartsWith('-'))
            .SelectMany(line => CodedLine.Read(line).Codes)
            .Where(code => code != "ours")
            .Distinct(StringComparer.Ordinal);

        Assert.DoesNotContain(codes, code => sources.Find(code) is null);
    }

    [Fact]
    public async Task What_is_not_finished_says_so_and_has_neither_plan_nor_prompt()
    {
        var conversation = new Conversation();
        await SayAsync("co-sleeping assessment", conversation);
        await SayAsync("both parents", conversation);

        var reply = await SayAsync("markdown", conversation);

        var text = FileText.Of(Assert.Single(reply.Files));
        Assert.Contains("Not finished", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Green prompt", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agreed plan", text, StringComparison.Ordinal);
        Assert.Equal("co-sleeping", reply.Pathway?.Name);
        Assert.NotEmpty(reply.Choices);
    }

    [Fact]
    public async Task A_question_that_was_set_aside_by_a_correction_is_in_no_record()
    {
        var conversation = new Conversation();
        string[] says = ["co-sleeping assessment", "one parent", "7 weeks", "twins", "oneSmall", "yes", "change the birth answer", "born on time"];
        foreach (var words in says)
        {
            await SayAsync(words, conversation);
        }

        var made = program.Get<SummaryMaker>().Make("co-sleeping", PathwayMemory.Read(conversation.Dialogs))!;

        Assert.DoesNotContain(made.Answers, answer => answer.Id == "coSleeping_sizes");
        Assert.DoesNotContain(made.Risks, risk => risk.Line.Text.Contains("twin", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Conversation> WalkAsync(string pathway, int[] picks)
    {
        var conversation = new Conversation();
        var reply = await SayAsync(PathwayCatalogue.StartWords(pathway), conversation);
        foreach (var pick in picks)
        {
            if (reply.Status == ReplyStatus.Emergency)
            {
                reply = await SayAsync("carry on", conversation);
            }

            if (reply.Pathway is not { Ended: false })
            {
                break;
            }

            string[] choices = [.. reply.Choices.Where(choice => choice is not ("Something else worries me" or "Change an answer"))];
            reply = await SayAsync(choices[pick % choices.Length], conversation);
        }

        Assert.True(reply.Pathway is { Ended: true }, reply.Text);
        return conversation;
    }

    private async ValueTask<Reply> SayAsync(string text, Conversation conversation) =>
        await program.Turn.ReplyToAsync(text, conversation, TestContext.Current.CancellationToken);
}
