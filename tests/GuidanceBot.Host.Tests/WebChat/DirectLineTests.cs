using System.Net;
using System.Text.Json.Nodes;

namespace GuidanceBot.Host.Tests.WebChat;

/// <summary>The chat behind the start page: who may begin one, and that it is theirs.</summary>
public sealed class DirectLineTests
{
    private const string Begin = "/v3/directline/tokens/generate";
    private const string Secret = "a-secret-of-sixteen-letters";

    [Fact]
    public async Task A_page_is_welcomed_hears_itself_and_is_answered()
    {
        await using var page = await ServedPage.StartAsync();
        var chat = await page.BeginAsync();
        var welcome = await page.FetchAsync(chat);

        var (status, sent) = await page.AskAsync(HttpMethod.Post, $"/v3/directline/conversations/{chat.Id}/activities", chat.Token,
            """{"type":"message","text":"how soon is the first core group?","from":{"id":"somebody else"},"channelId":"msteams","serviceUrl":"https://evil.example/","channelData":{"clientActivityID":"c1"}}""");
        var news = await page.FetchAsync(chat, (string)welcome["watermark"]!);

        Assert.Single(welcome["activities"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, status);
        var (mine, answer) = (news["activities"]![0]!, news["activities"]![1]!);
        Assert.Equal((string?)sent!["id"], (string?)mine["id"]);
        Assert.Equal(("me", "c1"), ((string?)mine["from"]!["id"], (string?)mine["channelData"]!["clientActivityID"]));
        Assert.Contains("10 working days", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Equal("bot", (string?)answer["from"]!["role"]);
        Assert.DoesNotContain("serviceUrl", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", news.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await page.FetchAsync(chat, (string)news["watermark"]!))["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_conversation_is_its_tokens_and_nobody_elses()
    {
        await using var page = await ServedPage.StartAsync();
        var (one, other) = (await page.BeginAsync(), await page.BeginAsync());

        var foreign = await page.AskAsync(HttpMethod.Get, $"/v3/directline/conversations/{one.Id}/activities", other.Token);
        var unknown = await page.AskAsync(HttpMethod.Get, $"/v3/directline/conversations/{one.Id}/activities", "made-up");
        var none = await page.AskAsync(HttpMethod.Get, $"/v3/directline/conversations/{one.Id}/activities");

        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (foreign.Status, unknown.Status, none.Status));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9", "a proxy stands between")]
    [InlineData("Host", "rebound.example", "a page in a browser may have rebound its name")]
    public async Task Without_a_secret_only_this_machine_may_begin(string header, string value, string because)
    {
        await using var page = await ServedPage.StartAsync();

        var (status, _) = await page.AskAsync(HttpMethod.Post, Begin, body: "{}", headers: (header, value));

        Assert.True(status == HttpStatusCode.Unauthorized, because);
    }

    [Fact]
    public async Task With_a_secret_only_who_has_it_may_begin()
    {
        await using var page = await ServedPage.StartAsync($"--WebChat:Secret={Secret}");

        Assert.Equal(HttpStatusCode.Unauthorized, (await page.AskAsync(HttpMethod.Post, Begin, body: "{}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.AskAsync(HttpMethod.Post, Begin, "another-secret-of-letters", "{}")).Status);
        Assert.Equal(HttpStatusCode.Created, (await page.AskAsync(HttpMethod.Post, "/v3/directline/conversations", Secret, "{}")).Status);
        Assert.NotEmpty((await page.BeginAsync(Secret)).Token);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":5}""", HttpStatusCode.BadGateway)]
    public async Task What_is_no_activity_is_refused(string body, HttpStatusCode status)
    {
        await using var page = await ServedPage.StartAsync();
        var chat = await page.BeginAsync();

        Assert.Equal(status, (await page.AskAsync(HttpMethod.Post, $"/v3/directline/conversations/{chat.Id}/activities", chat.Token, body)).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var page = await ServedPage.StartAsync();
        var chat = await page.BeginAsync();
        var body = new JsonObject { ["type"] = "message", ["text"] = new string('x', 70_000) }.ToJsonString();

        Assert.Equal(
            HttpStatusCode.BadRequest, (await page.AskAsync(HttpMethod.Post, $"/v3/directline/conversations/{chat.Id}/activities", chat.Token, body)).Status);
    }

    [Fact]
    public async Task Where_it_is_switched_off_there_is_none()
    {
        await using var page = await ServedPage.StartAsync("--WebChat:Enabled=false");

        Assert.Equal(HttpStatusCode.NotFound, (await page.AskAsync(HttpMethod.Post, Begin, body: "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.AskAsync(HttpMethod.Get, "/webchat.js")).Status);
        Assert.DoesNotContain("id=\"webchat\"", (string?)(await page.AskAsync(HttpMethod.Get, "/")).Body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nowhere.js", "-p:WebChat=true", "id=\"webchat\"")]
    [InlineData("guidancebot.dll", "id=\"webchat\"", "-p:WebChat=true")]
    public async Task The_start_page_shows_the_chat_or_how_to_get_it(string script, string shown, string hidden)
    {
        await using var page = await ServedPage.StartAsync($"--WebChat:ScriptPath={script}");

        var text = (string?)(await page.AskAsync(HttpMethod.Get, "/")).Body;

        Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        Assert.Contains("npx @microsoft/m365agentsplayground -e http://127.0.0.1:", text, StringComparison.Ordinal);
        Assert.Contains("programs on this machine may call", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_secret_the_start_page_has_no_chat()
    {
        await using var page = await ServedPage.StartAsync($"--WebChat:Secret={Secret}", "--WebChat:ScriptPath=guidancebot.dll");

        Assert.DoesNotContain("id=\"webchat\"", (string?)(await page.AskAsync(HttpMethod.Get, "/")).Body, StringComparison.OrdinalIgnoreCase);
    }
}
