using System.Net;
using System.Text.Json.Nodes;
using GuidanceBot.Turns.Tests.Cards;

namespace GuidanceBot.Host.Tests.Teams;

/// <summary>What somebody meets in a chat with the bot, from the first day to the last.</summary>
public sealed class PersonalChatTests(ServedBot bot) : IClassFixture<ServedBot>
{
    private const string CoreGroup = "how soon is the first core group?";

    [Fact]
    public async Task An_install_sends_two_events_and_gets_one_welcome()
    {
        var person = bot.Person();

        var first = await person.SendAsync(Somebody.Installed("add"));
        var second = await person.SendAsync(Somebody.Joined());

        Assert.Contains("ring 999", Assert.Single(first).Text, StringComparison.Ordinal);
        Assert.Empty(second);
    }

    [Fact]
    public async Task An_answer_cites_natively_asks_what_you_think_and_is_not_called_generated()
    {
        var said = await bot.Person().AskAsync(CoreGroup);

        Assert.Contains("10 working days", said.Text, StringComparison.Ordinal);
        var message = Assert.Single(said.Activity["entities"]!.AsArray())!;
        Assert.Equal("https://schema.org/Message", (string?)message["type"]);
        Assert.Null(message["additionalType"]);
        Assert.All(message["citation"]!.AsArray(), citation =>
        {
            Assert.Contains($"[{citation!["position"]}]", said.Text, StringComparison.Ordinal);
            Assert.InRange(((string)citation["appearance"]!["name"]!).Length, 1, 80);
            Assert.InRange(((string)citation["appearance"]!["abstract"]!).Length, 1, 160);
            Assert.InRange(citation["appearance"]!["keywords"]!.AsArray().Count, 1, 3);
        });
        Assert.Equal("custom", (string?)said.Activity["channelData"]!["feedbackLoop"]!["type"]);
        Assert.NotEmpty((string)said.Activity["summary"]!);
    }

    [Fact]
    public async Task A_button_says_the_same_as_its_words_typed_and_once()
    {
        var (presses, types) = (bot.Person(), bot.Person());
        var welcome = await presses.AskAsync("hello");

        var pressed = await presses.PressAsync(welcome, "contacts");
        var again = await presses.PressAsync(welcome, "contacts");

        Assert.Equal((await types.AskAsync("contacts")).Text, Assert.Single(pressed.Said).Text);
        Assert.Empty(again.Said);
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)again.Answer!["type"]);
    }

    [Fact]
    public async Task A_press_that_arrives_as_a_message_counts_once_too()
    {
        var person = bot.Person();
        var welcome = await person.AskAsync("hello");
        var press = new JsonObject { ["type"] = "message", ["value"] = welcome.Button("contacts")["fallback"]!["data"]!.DeepClone() };

        var first = await person.SendAsync(press.DeepClone().AsObject());
        var second = await person.SendAsync(press);

        Assert.Contains("999", Assert.Single(first).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("999", Assert.Single(second).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_press_on_a_question_changes_nothing_and_is_told_where_things_are()
    {
        var person = bot.Person();
        var first = await person.AskAsync("crew");
        var second = await person.PressAsync(first, "Moving a baby");

        var late = await person.PressAsync(first, "CPR detail");
        var next = await person.PressAsync(Assert.Single(second.Said), "Yes");

        Assert.Empty(late.Said);
        Assert.Contains("Crew cards", (string?)late.Answer!["value"], StringComparison.Ordinal);
        Assert.Single(next.Said);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)next.Answer!["type"]);
    }

    [Fact]
    public async Task An_emergency_in_the_middle_of_a_guided_conversation_leads_with_999_and_the_conversation_goes_on()
    {
        var person = bot.Person();
        await person.AskAsync("co-sleeping");

        var emergency = await person.AskAsync("baby is blue and not breathing");
        var back = await person.AskAsync("carry on");

        Assert.Equal("tel:999", (string?)emergency.Button("Ring 999")["url"]);
        Assert.Contains("Who is taking part", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_message_is_read_anew()
    {
        var person = bot.Person();
        await person.AskAsync("wher shuld a baby sleap");

        var said = await person.SendAsync(Edited("he is not breathing"));

        Assert.Contains("999", Assert.Single(said).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_no_answer_to_a_question_that_came_after_it()
    {
        var person = bot.Person();
        var asked = await person.AskAsync("crew");

        var said = await person.SendAsync(Edited("Moving a baby"));
        var pressed = await person.PressAsync(asked, "CPR detail");

        Assert.Contains("change an answer", Assert.Single(said).Text, StringComparison.Ordinal);
        Assert.Single(pressed.Said);
    }

    [Theory]
    [InlineData("messageDelete", "softDeleteMessage")]
    [InlineData("messageUpdate", "undeleteMessage")]
    [InlineData("typing", null)]
    [InlineData("somethingNew", null)]
    public async Task What_needs_no_reply_gets_none(string type, string? eventType)
    {
        var said = await bot.Person().SendAsync(new JsonObject
        {
            ["type"] = type,
            ["channelData"] = new JsonObject { ["eventType"] = eventType, ["tenant"] = new JsonObject { ["id"] = "tenant-1" } },
        });

        Assert.Empty(said);
    }

    [Fact]
    public async Task A_reaction_is_taken_without_a_word()
    {
        var person = bot.Person();
        await person.AskAsync(CoreGroup);

        Assert.Empty(await person.SendAsync(new JsonObject
        {
            ["type"] = "messageReaction",
            ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }),
            ["replyToId"] = "1",
        }));
    }

    [Fact]
    public async Task Removing_the_bot_forgets_what_it_knew()
    {
        var person = bot.Person();
        await person.SendAsync(Somebody.Installed("add"));
        await person.AskAsync("I'm a champion in Derby");
        await person.AskAsync("co-sleeping");

        await person.SendAsync(Somebody.Installed("remove"));

        Assert.Single(await person.SendAsync(Somebody.Installed("add")));
        Assert.Contains("Remember this", (await person.AskAsync("hello")).Titles);
    }

    [Fact]
    public async Task The_thumbs_open_a_form_of_reasons_and_what_it_sends_is_taken()
    {
        var person = bot.Person();
        await person.AskAsync(CoreGroup);

        var form = await person.InvokeAsync("message/fetchTask", Feedback("dislike"));
        var sent = await person.InvokeAsync("message/submitAction", Feedback("dislike", """{"reason":"It is hard to understand"}"""));

        Assert.Empty(CardRules.Check(form.Answer!["task"]!["value"]!["card"]!["content"]!.AsObject()));
        Assert.Equal("{}", sent.Answer!.ToJsonString());
    }

    [Fact]
    public async Task What_somebody_says_of_themselves_is_kept_shown_and_forgotten_on_a_word()
    {
        var person = bot.Person();

        var kept = await person.AskAsync("I'm a champion in Derbyshire");
        var hello = await person.AskAsync("hello");
        await person.AskAsync("change who I am");

        Assert.Contains("champion, Derbyshire county", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Remember this", hello.Titles);
        Assert.Contains("Remember this", (await person.AskAsync("hello")).Titles);
    }

    [Theory]
    [InlineData("config/fetch")]
    [InlineData("tab/fetch")]
    [InlineData("")]
    public async Task An_invoke_that_is_not_ours_is_not_implemented(string name)
    {
        var (status, _) = await bot.PostAsync(bot.Person().Addressed(new JsonObject { ["type"] = "invoke", ["name"] = name, ["value"] = new JsonObject() }));

        Assert.Equal(HttpStatusCode.NotImplemented, status);
    }

    [Fact]
    public async Task Twenty_messages_of_a_chat_are_answered_in_order_once_through_the_connector()
    {
        await using var alone = new ServedBot();
        await alone.InitializeAsync();
        var person = alone.Person();
        var messages = Enumerable.Range(1, 20)
            .Select(n => new JsonObject { ["type"] = "message", ["id"] = $"m-{n}", ["text"] = n % 2 == 0 ? "contacts" : "help" })
            .ToArray();

        foreach (var message in messages.Concat(messages))
        {
            Assert.Equal(HttpStatusCode.Accepted, await person.PostAsync(message.DeepClone().AsObject()));
        }

        foreach (var message in messages)
        {
            var asked = await alone.Channel.NextAsync();
            Assert.Equal((string?)message["id"], (string?)asked.Json["replyToId"]);
            Assert.StartsWith("Bearer bot-token", asked.Authorization, StringComparison.Ordinal);
        }

        Assert.Equal(0, alone.Channel.Unread);
    }

    private static JsonObject Edited(string text) => new()
    {
        ["type"] = "messageUpdate",
        ["text"] = text,
        ["timestamp"] = "2026-11-25T10:00:00Z",
        ["channelData"] = new JsonObject { ["eventType"] = "editMessage", ["tenant"] = new JsonObject { ["id"] = "tenant-1" } },
    };

    private static JsonObject Feedback(string reaction, string? feedback = null) => new()
    {
        ["actionName"] = "feedback",
        ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback },
    };
}
