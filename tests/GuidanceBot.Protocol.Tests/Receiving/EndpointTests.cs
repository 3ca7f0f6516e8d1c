using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Tests.Running;

namespace GuidanceBot.Protocol.Tests.Receiving;

/// <summary>What the endpoint answers to requests of every kind.</summary>
public sealed class EndpointTests
{
    private const string Here = "http://127.0.0.1:9/";

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_post_is_taken(string method)
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, Never);

        using var response = await bot.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_refused(string contentType)
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, Never);

        using var response = await bot.PostAsync(Some.Message(Here).ToJsonString(), contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, Never);
        var content = new StringContent(Some.Message(Here).ToJsonString(), Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await bot.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content });

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    public static TheoryData<string, int, string, string> Bodies => new()
    {
        { "", 400, "BadSyntax", "empty" },
        { "{", 400, "BadSyntax", "A2001" },
        { "not json", 400, "BadSyntax", "A2001" },
        { "null", 400, "BadSyntax", "A2001" },
        { "[]", 400, "BadSyntax", "A2001" },
        { "42", 400, "BadSyntax", "A2001" },
        { """{"type":"message"} {}""", 400, "BadSyntax", "more after" },
        { """{"type":"message","type":"invoke","channelId":"c","conversation":{"id":"x"},"serviceUrl":"http://127.0.0.1/"}""", 400, "BadArgument", "'type'" },
        { "{}", 400, "BadArgument", "A2010" },
        { """{"type":5}""", 400, "BadArgument", "'type'" },
        { """{"type":null,"channelId":"c","conversation":{"id":"x"}}""", 400, "BadArgument", "A2010" },
        { """{"type":"message","conversation":{"id":"x"}}""", 400, "BadArgument", "A2020" },
        { """{"type":"message","channelId":"c"}""", 400, "BadArgument", "A2080" },
        { """{"type":"message","channelId":"c","conversation":null}""", 400, "BadArgument", "A2080" },
        { """{"type":"message","channelId":"c","conversation":{"id":""}}""", 400, "BadArgument", "A2080" },
        { """{"type":"message","channelId":"c","conversation":"x"}""", 400, "BadArgument", "'conversation'" },
        { """{"type":"message","channelId":"c","conversation":{"id":"x"}}""", 400, "BadArgument", "A2300" },
        { """{"type":"message","channelId":"c","conversation":{"id":"x"},"serviceUrl":"http://127.0.0.1/","entities":[null]}""", 400, "BadArgument", "A2003" },
        { """{"type":"message","channelId":"c","conversation":{"id":"x"},"serviceUrl":"http://127.0.0.1/","text":{"a":1}}""", 400, "BadArgument", "'text'" },
        { $$"""{"type":"message","value":{{new string('[', 70)}}{{new string(']', 70)}}}""", 400, "BadSyntax", "deeper than 64" },
        { $$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""", 413, "MessageSizeTooBig", "262144" },
        { "\uFFFE", 400, "BadSyntax", "A2001" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_activity_is_refused_with_the_reason(string body, int status, string code, string reason)
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, Never);

        using var response = await bot.PostAsync(body);

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!;
        Assert.Equal((status, code), ((int)response.StatusCode, (string?)error["code"]));
        Assert.Contains(reason, (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_a_length_is_limited_too()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, Never);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(new string(' ', 600_000), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;

        using var response = await bot.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Fields_and_types_that_are_not_known_are_no_fault()
    {
        var types = new List<string>();
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, (turn, _) =>
        {
            types.Add(turn.Activity.Type);
            return Task.CompletedTask;
        });
        var odd = Some.Message(Here);
        odd["type"] = "somethingNew";
        odd["futureField"] = new JsonObject { ["deep"] = 1 };
        odd["timestamp"] = "yesterday";
        odd["localTimestamp"] = 5;

        Assert.Empty(await bot.AskAsync(odd));

        Assert.Equal(["somethingNew"], types);
    }

    [Fact]
    public async Task Expected_replies_are_the_answer_in_order_and_addressed()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, async (turn, token) =>
        {
            await turn.SendTypingAsync(token);
            await turn.SendActivityAsync("one", token);
            await turn.SendActivityAsync("two", token);
            Assert.Equal((2, false), (turn.Responded, turn.CanUpdate));
        });
        var message = Some.Message(Here, id: "m-1");

        var replies = await bot.AskAsync(message);

        Assert.Equal(["typing", "message", "message"], replies.Select(reply => (string?)reply!["type"]));
        Assert.Equal([null, "one", "two"], replies.Select(reply => (string?)reply!["text"]));
        var last = replies[2]!;
        Assert.Null(last["id"]);
        Assert.Equal("m-1", (string?)last["replyToId"]);
        Assert.Equal("28:" + Issuer.AppId, (string?)last["from"]!["id"]);
        Assert.Equal("29:person", (string?)last["recipient"]!["id"]);
        Assert.Equal("msteams", (string?)last["channelId"]);
        Assert.Equal("en-GB", (string?)last["locale"]);
        Assert.True(JsonNode.DeepEquals(message["conversation"], last["conversation"]));
    }

    [Fact]
    public async Task An_invoke_is_answered_with_its_status_and_body_unwrapped()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, (turn, _) =>
        {
            turn.InvokeResponse = new InvokeResponse(200, new JsonObject { ["name"] = turn.Activity.Name });
            return Task.CompletedTask;
        });

        using var response = await bot.PostAsync(Some.Invoke(Here, "adaptiveCard/action"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"name":"adaptiveCard/action"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_invoke_with_expected_replies_has_both_in_its_answer()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, async (turn, token) =>
        {
            await turn.SendActivityAsync("aside", token);
            turn.InvokeResponse = new InvokeResponse(202, new JsonObject { ["a"] = 1 });
        });
        var invoke = Some.Invoke(Here, "task/fetch");
        invoke["deliveryMode"] = "expectReplies";

        using var response = await bot.PostAsync(invoke);

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((HttpStatusCode.Accepted, "aside", 1), (response.StatusCode, (string?)body["activities"]![0]!["text"], (int?)body["body"]!["a"]));
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_not_implemented()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, (_, _) => Task.CompletedTask);

        using var response = await bot.PostAsync(Some.Invoke(Here, "fileConsent/invoke"));

        Assert.Equal((HttpStatusCode.NotImplemented, 0L), (response.StatusCode, response.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_turn_that_fails_is_no_fault_of_the_channel_and_its_words_stay_out_of_the_log()
    {
        await using var channel = await Channel.StartAsync();
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, (turn, token) => turn.Activity.Text == "fail"
            ? throw new InvalidOperationException("about a family")
            : Some.Echo(turn, token));

        using var failed = await bot.PostAsync(Some.Message(channel.ServiceUrl, "fail"));
        using var next = await bot.PostAsync(Some.Message(channel.ServiceUrl, "next"));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (failed.StatusCode, next.StatusCode));
        Assert.Equal("you said next", (await channel.NextAsync()).Text);
        var line = Assert.Single(bot.Log.GetSnapshot(), line => line.Message.StartsWith("Turn failed", StringComparison.Ordinal));
        Assert.Contains("System.InvalidOperationException", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("about a family", line.Message + line.Exception, StringComparison.Ordinal);
    }

    private static Task Never(object turn, CancellationToken cancellationToken) => throw new InvalidOperationException("No turn was to run.");
}
