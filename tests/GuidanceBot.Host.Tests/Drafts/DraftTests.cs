using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GuidanceBot.Host.Tests.Conversations;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Conversations;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.Host.Tests.Drafts;

/// <summary>The answers of a guided conversation on another day.</summary>
public sealed class DraftTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    private static readonly string[] NoAnswers = ["Something else worries me", "Change an answer", "Yes, finish"];

    public static TheoryData<string> Pathways => [.. new PathwayCatalogue(Path.Combine(AppContext.BaseDirectory, "dialogs")).Names.Where(name => name != "worry")];

    [Theory]
    [MemberData(nameof(Pathways))]
    public async Task Wherever_it_was_stopped_another_day_goes_on_with_the_same_answers_at_the_same_question(string pathway) =>
        await Gen.Int[0, 1000].Array[1, 25].SampleAsync(
            async picks =>
            {
                var conversation = SomebodyNew();
                var reply = await SayAsync(PathwayCatalogue.StartWords(pathway), conversation);
                foreach (var pick in picks)
                {
                    string[] choices = [.. reply.Choices.Except(NoAnswers)];
                    if (choices.Length == 0 || reply.Pathway is not { Ended: false })
                    {
                        break;
                    }

                    reply = await SayAsync(choices[pick % choices.Length], conversation);
                    reply = reply.Status == ReplyStatus.Emergency ? await SayAsync("carry on", conversation) : reply;
                }

                var before = PathwayState.Read(conversation.Dialogs);
                if (before.At != PathwayCatalogue.KeyOf(pathway) || before.Answered.Count == 0)
                {
                    return; // in a part of it, or nothing to save: other tests
                }

                await SayAsync("save for later", conversation);
                var another = new Conversation { Owner = conversation.Owner };
                await SayAsync("resume", another);
                var after = PathwayState.Read(another.Dialogs);

                Assert.Equal((before.At, before.Step), (after.At, after.Step));
                Assert.Equal(before.Answered.Order(StringComparer.Ordinal), after.Answered.Order(StringComparer.Ordinal));
            },
            iter: 4,
            threads: 1);

    [Fact]
    public async Task No_word_that_was_typed_is_saved()
    {
        var conversation = SomebodyNew();
        string[] says =
        [
            "co-sleeping assessment", "both parents, Kayleigh and Tom Ashworth", "about 7 weeks, born in Belper", "born on time not small",
            "yes Kayleigh smokes on the balcony with her sister Demi", "qwertyuiop zzz", "save for later",
        ];
        foreach (var words in says)
        {
            await SayAsync(words, conversation);
        }

        var kept = Encoding.UTF8.GetString((await program.Get<IDrafts>().GetAsync(conversation.Owner!, "co-sleeping", TestContext.Current.CancellationToken))!);

        string[] typed = ["Kayleigh", "Ashworth", "Belper", "balcony", "Demi", "qwerty", "sister"];
        Assert.All(typed, word => Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("underTwelveWeeks", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_person_saved_is_not_found()
    {
        await StoppedAsync(SomebodyNew());

        Assert.Contains("nothing saved", (await SayAsync("resume", SomebodyNew())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_again_replaces_what_was_saved()
    {
        var conversation = SomebodyNew();
        await StoppedAsync(conversation);
        await SayAsync("resume", conversation);
        await SayAsync("about 7 weeks", conversation);
        await SayAsync("save for later", conversation);

        var offer = await SayAsync("co-sleeping assessment", new Conversation { Owner = conversation.Owner });

        Assert.Contains("with 2 answers", offer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_questions_are_told_and_what_no_longer_fits_is_asked_again()
    {
        var conversation = SomebodyNew();
        await StoppedAsync(conversation);
        await AlterAsync(conversation.Owner!, draft =>
        {
            draft["edition"] = "00000000";
            draft["parts"]!["coSleeping"]!["answers"]!["who"] = "anAnswerOfBefore";
        });
        var another = new Conversation { Owner = conversation.Owner };

        var offer = await SayAsync("resume", another);
        Assert.Contains("have changed since", offer.Text, StringComparison.Ordinal);
        Assert.Contains("who took part", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["Go on", "Start again"], offer.Suggestions);

        await SayAsync("go on", another);
        var state = PathwayState.Read(another.Dialogs);
        Assert.Equal(("coSleeping", "who"), (state.At, state.Step));
        Assert.DoesNotContain("anAnswerOfBefore", Encoding.UTF8.GetString(another.Dialogs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handing_it_over_deletes_the_saved_answers_and_says_so()
    {
        var conversation = SomebodyNew();
        await StoppedAsync(conversation);
        await SayAsync("resume", conversation);

        var reply = await SayAsync("word document", conversation);

        Assert.Contains("saved for another day are deleted", reply.Text, StringComparison.Ordinal);
        Assert.Null(await program.Get<IDrafts>().GetAsync(conversation.Owner!, "co-sleeping", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("forget this")]
    [InlineData("forget me")]
    public async Task Forgetting_deletes_what_was_saved(string words)
    {
        var conversation = SomebodyNew();
        await StoppedAsync(conversation);

        await SayAsync(words, new Conversation { Owner = conversation.Owner });

        Assert.Null(await program.Get<IDrafts>().GetAsync(conversation.Owner!, "co-sleeping", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_question_between_the_offer_and_the_answer_loses_nothing()
    {
        var conversation = SomebodyNew();
        await StoppedAsync(conversation);
        var another = new Conversation { Owner = conversation.Owner };
        await SayAsync("co-sleeping assessment", another);

        Assert.Equal(ReplyStatus.Answered, (await SayAsync("what is the safest place for a baby to sleep?", another)).Status);
        await SayAsync("resume", another);

        Assert.Contains("who", PathwayState.Read(another.Dialogs).Answered);
    }

    [Fact]
    public async Task Where_nobody_is_known_nothing_is_said_to_be_saved()
    {
        var conversation = new Conversation();
        await SayAsync("co-sleeping assessment", conversation);
        await SayAsync("both parents", conversation);

        Assert.DoesNotContain("saved until", (await SayAsync("stop", conversation)).Text, StringComparison.Ordinal);
    }

    private async Task StoppedAsync(Conversation conversation)
    {
        foreach (var words in new[] { "co-sleeping assessment", "both parents", "save for later" })
        {
            await SayAsync(words, conversation);
        }
    }

    private async Task AlterAsync(PersonKey owner, Action<JsonNode> change)
    {
        var drafts = program.Get<IDrafts>();
        var draft = JsonNode.Parse(await drafts.GetAsync(owner, "co-sleeping", TestContext.Current.CancellationToken))!;
        change(draft);
        await drafts.SaveAsync(owner, "co-sleeping", JsonSerializer.SerializeToUtf8Bytes(draft), TestContext.Current.CancellationToken);
    }

    private static Conversation SomebodyNew() => new() { Owner = new PersonKey("test", "", Guid.NewGuid().ToString()) };

    private ValueTask<Reply> SayAsync(string text, Conversation conversation) =>
        program.Turn.ReplyToAsync(text, conversation, TestContext.Current.CancellationToken);
}
