using System.Text.Json.Nodes;

namespace GuidanceBot.Host.Tests.Teams;

/// <summary>Where several people talk to the bot: each has a conversation of their own, answers are for all, the rest is for one.</summary>
public sealed class GroupChatTests(ServedBot bot) : IClassFixture<ServedBot>
{
    private const string Thread = "19:abc@thread.tacv2;messageid=1";

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task The_mention_is_not_a_part_of_the_question(string type)
    {
        var said = await bot.Person(Thread, type).SendAsync(Somebody.Mentioning("how soon is the first core group?"));

        Assert.Contains("10 working days", Assert.Single(said).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_persons_guided_conversation_is_not_anothers()
    {
        var (one, other) = (bot.Person(Thread, "channel"), bot.Person(Thread, "channel"));
        var asked = Assert.Single(await one.SendAsync(Somebody.Mentioning("crew")));

        var intruding = await other.PressAsync(asked, "Moving a baby");
        var answer = Assert.Single(await other.SendAsync(Somebody.Mentioning("how soon is the first core group?")));
        var next = await one.PressAsync(asked, "Moving a baby");

        Assert.Empty(intruding.Said);
        Assert.DoesNotContain("Crew cards", answer.Text, StringComparison.Ordinal);
        Assert.Contains("restraint", Assert.Single(next.Said).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_says_of_their_work_does_not_change_what_another_is_shown()
    {
        var (one, other) = (bot.Person("19:group@thread.v2", "groupChat"), bot.Person("19:group@thread.v2", "groupChat"));
        await one.SendAsync(Somebody.Mentioning("I work in Derby"));

        var told = await ContactsAsync(one);
        var contacts = await ContactsAsync(other);

        // Whom to call changes with the hour, so the list is held against that of a chat where nobody said anything.
        Assert.Equal(await ContactsAsync(bot.Person("19:quiet@thread.v2", "groupChat")), contacts);
        Assert.NotEqual(told, contacts);

        static async Task<string> ContactsAsync(Somebody person) =>
            Assert.Single(await person.SendAsync(Somebody.Mentioning("contacts"))).Text;
    }

    [Fact]
    public async Task Nobody_is_asked_who_they_are_before_others()
    {
        var said = Assert.Single(await bot.Person("19:team@thread.tacv2", "channel").SendAsync(Somebody.Installed("add")));

        Assert.DoesNotContain("Remember this", said.Titles);
    }

    [Fact]
    public async Task A_guided_conversation_is_for_the_one_who_asked_and_an_answer_for_all()
    {
        await using var alone = new ServedBot();
        await alone.InitializeAsync();
        var person = alone.Person(Thread, "channel");

        await person.PostAsync(Somebody.Mentioning("crew"));
        var step = await alone.Channel.NextAsync();
        await person.PostAsync(Somebody.Mentioning("baby is blue and not breathing"));
        var emergency = await alone.Channel.NextAsync();

        Assert.EndsWith("/activities?isTargetedActivity=true", step.Target, StringComparison.Ordinal);
        Assert.DoesNotContain("isTargetedActivity", emergency.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_channel_cannot_show_it_to_one_it_is_shown_to_all()
    {
        await using var alone = new ServedBot();
        await alone.InitializeAsync();
        alone.Channel.AnswerNext(400, """{"error":{"code":"BadArgument","message":"no"}}""");

        await alone.Person(Thread, "channel").PostAsync(Somebody.Mentioning("help"));

        Assert.Contains("isTargetedActivity", (await alone.Channel.NextAsync()).Target, StringComparison.Ordinal);
        Assert.DoesNotContain("isTargetedActivity", (await alone.Channel.NextAsync()).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_only_the_bot_saw_is_answered_to_the_one_who_asked()
    {
        await using var alone = new ServedBot();
        await alone.InitializeAsync();
        var question = Somebody.Mentioning("how soon is the first core group?");
        question["entities"]!.AsArray().Add(new JsonObject { ["type"] = "targetedMessageInfo", ["messageId"] = "1" });

        await alone.Person(Thread, "channel").PostAsync(question);

        Assert.Contains("isTargetedActivity", (await alone.Channel.NextAsync()).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_in_a_group_is_and_the_others_are_not()
    {
        var (one, other) = (bot.Person("19:some@thread.v2", "groupChat"), bot.Person("19:some@thread.v2", "groupChat"));
        var (mine, theirs) = (
            Assert.Single(await one.SendAsync(Somebody.Mentioning("crew"))), Assert.Single(await other.SendAsync(Somebody.Mentioning("crew"))));

        await one.SendAsync(Somebody.Mentioning("forget me"));

        Assert.Empty((await one.PressAsync(mine, "Moving a baby")).Said);
        Assert.Single((await other.PressAsync(theirs, "Moving a baby")).Said);
    }

    [Fact]
    public async Task Removing_the_bot_from_a_group_forgets_all_who_were_there()
    {
        var (one, other) = (bot.Person("19:gone@thread.v2", "groupChat"), bot.Person("19:gone@thread.v2", "groupChat"));
        var asked = Assert.Single(await one.SendAsync(Somebody.Mentioning("crew")));

        await other.SendAsync(Somebody.Installed("remove"));

        Assert.Empty((await one.PressAsync(asked, "Moving a baby")).Said);
    }
}
