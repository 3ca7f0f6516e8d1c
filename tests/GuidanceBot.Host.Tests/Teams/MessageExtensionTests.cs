using System.Text.Json.Nodes;
using GuidanceBot.Turns.Tests.Cards;

namespace GuidanceBot.Host.Tests.Teams;

/// <summary>Guidance from the compose box and on a message.</summary>
public sealed class MessageExtensionTests(ServedBot bot) : IClassFixture<ServedBot>
{
    [Fact]
    public async Task A_search_gives_cards_to_put_into_a_message()
    {
        var results = await SearchAsync("baby asleep on the sofa");

        Assert.InRange(results.Count, 2, 8);
        Assert.All(results, result =>
        {
            var card = result!["content"]!.AsObject();
            Assert.Empty(CardRules.Check(card));
            Assert.DoesNotContain(card["actions"]!.AsArray(), action => (string?)action!["type"] != "Action.OpenUrl");
            Assert.NotEmpty((string)result["preview"]!["content"]!["title"]!);
        });
    }

    [Fact]
    public async Task Danger_comes_first_here_too()
    {
        var result = Assert.Single(await SearchAsync("baby is blue and not breathing"));

        Assert.Contains("999", (string?)result!["content"]!["fallbackText"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("qwertyuiop")]
    public async Task Nothing_to_show_is_said(string words)
    {
        var (answer, _) = await bot.Person().InvokeAsync("composeExtension/query", Query(words));

        Assert.Equal("message", (string?)answer!["composeExtension"]!["type"]);
        Assert.NotEmpty((string)answer["composeExtension"]!["text"]!);
    }

    [Theory]
    [InlineData("html", "<div><p>Is it <b>safe</b> for baby to sleep on the sofa?</p></div>", "sofa")]
    [InlineData("text", "baby is not breathing", "999")]
    [InlineData("html", "<p>baby&nbsp;isn&#39;t breathing</p>", "999")]
    public async Task A_message_that_somebody_points_at_is_checked_in_a_dialog(string type, string content, string expected)
    {
        var (answer, said) = await bot.Person().InvokeAsync("composeExtension/fetchTask", Check(type, content));

        var card = answer!["task"]!["value"]!["card"]!["content"]!.AsObject();
        Assert.Contains(expected, (string?)card["fallbackText"], StringComparison.OrdinalIgnoreCase);
        Assert.Empty(CardRules.Check(card));
        Assert.Empty(said);      // the chat hears nothing of it
    }

    [Fact]
    public async Task A_message_without_words_is_said_to_have_none()
    {
        var (answer, _) = await bot.Person().InvokeAsync("composeExtension/fetchTask", Check("html", "<img src='x'/>"));

        Assert.Equal("message", (string?)answer!["task"]!["type"]);
    }

    private async Task<JsonArray> SearchAsync(string words)
    {
        var (answer, _) = await bot.Person().InvokeAsync("composeExtension/query", Query(words));
        return answer!["composeExtension"]!["attachments"]!.AsArray();
    }

    private static JsonObject Query(string words) => new()
    {
        ["commandId"] = "searchGuidance",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "question", ["value"] = words }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    };

    private static JsonObject Check(string type, string content) => new()
    {
        ["commandId"] = "checkGuidance",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = type, ["content"] = content } },
    };
}
