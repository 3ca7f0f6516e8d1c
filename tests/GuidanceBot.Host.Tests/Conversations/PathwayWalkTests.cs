using CsCheck;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Conversations;

namespace GuidanceBot.Host.Tests.Conversations;

/// <summary>Whatever people do in the middle of a guided conversation, nothing they answered is lost or asked again.</summary>
public sealed class PathwayWalkTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    /// <summary>Moves that are not an answer: the same question waits afterwards, with the same answers kept.</summary>
    private static readonly string[] Asides =
    [
        "why do you ask?", "repeat", "summary so far", "what can I say", "thank you", "qwertyuiop",
        "what is the safest place for a baby to sleep?", "contacts", "can you score this family from 1 to 10?", "he has stopped breathing",
    ];

    private static readonly string[] Turns = ["back", "change an answer", "not known", "prefer not to say", "skip", "stop", "resume", "carry on", "start again"];

    public static TheoryData<string> Pathways => [.. new PathwayCatalogue(Path.Combine(AppContext.BaseDirectory, "dialogs")).Names.Where(name => name != "worry")];

    [Theory]
    [MemberData(nameof(Pathways))]
    public async Task A_pathway_begins_by_its_name_and_says_that_it_is_a_draft(string pathway)
    {
        var conversation = new Conversation();

        var reply = await SayAsync(PathwayCatalogue.StartWords(pathway), conversation);

        Assert.Equal(pathway, reply.Pathway?.Name);
        Assert.NotEmpty(reply.Choices);
        Assert.Contains("draft", reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Pathways))]
    public async Task Random_answers_asides_and_turns_never_lose_an_answer_nor_ask_it_again_nor_end_in_a_dead_end(string pathway)
    {
        var moves = Gen.Frequency((6, Gen.Const("answer")), (3, Gen.OneOf([.. Asides.Select(Gen.Const)])), (1, Gen.OneOf([.. Turns.Select(Gen.Const)])));
        await Gen.Select(moves, Gen.Int[0, 1000]).Array[10, 60].SampleAsync(steps => WalkAsync(pathway, steps), iter: 6, threads: 1);
    }

    private async Task WalkAsync(string pathway, (string Move, int Pick)[] steps)
    {
        var conversation = new Conversation();
        await SayAsync(PathwayCatalogue.StartWords(pathway), conversation);
        foreach (var (move, pick) in steps)
        {
            var before = PathwayState.Read(conversation.Dialogs);
            var choices = conversation.OpenQuestion?.Choices ?? [];
            var says = move != "answer" ? move : choices.Count > 0 ? choices[pick % choices.Count] : PathwayCatalogue.StartWords(pathway);
            var reply = await SayAsync(says, conversation);
            var after = PathwayState.Read(conversation.Dialogs);

            Assert.NotEqual(ReplyStatus.Failed, reply.Status);
            Assert.NotEmpty(reply.Text);
            if (before.At is not null && Asides.Contains(says))
            {
                Assert.True(before.At == after.At && before.Step == after.Step && before.Answered.SetEquals(after.Answered), $"'{says}' at {before.At}.{before.Step} changed what was kept.");
            }

            if (after.At is not null)
            {
                Assert.True(conversation.OpenQuestion is { Choices.Count: > 0 }, $"No way forward after '{says}' at {after.At}.{after.Step}: {reply.Text}");
            }
        }
    }

    private ValueTask<Reply> SayAsync(string text, Conversation conversation) =>
        program.Turn.ReplyToAsync(text, conversation, TestContext.Current.CancellationToken);
}
