using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Host.Serving;
using GuidanceBot.Protocol.Tests.Running;
using Microsoft.AspNetCore.Builder;

namespace GuidanceBot.Host.Tests.Teams;

/// <summary>The whole program as it is served in production, with a channel before it: tokens are signed, replies go through the connector.</summary>
public sealed class ServedBot : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private WebApplication? _app;
    private Issuer? _issuer;
    private int _ids;

    internal Channel Channel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        Channel = await Channel.StartAsync();
        _app = BotServer.Build(
        [
            "--environment=Production", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", "--State:Provider=Memory", "--Limits:PersonBurst=10000",
            $"--Bot:AppId={Issuer.AppId}", "--Bot:ClientSecret=a secret",
            $"--Bot:OpenIdMetadata={_issuer.Metadata}", $"--Bot:TokenEndpoint={Channel.TokenEndpoint}",
        ]);
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    /// <summary>Somebody who talks to the bot, in a chat of their own unless a conversation is named.</summary>
    internal Somebody Person(string? conversation = null, string? type = null)
    {
        var id = Interlocked.Increment(ref _ids);
        return new Somebody(this, $"29:person-{id}", conversation ?? $"a:chat-{id}", type ?? "personal");
    }

    /// <summary>Posts what the person's Teams would; a good token says that it is Teams.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(JsonObject activity)
    {
        activity["channelId"] ??= "msteams";
        activity["serviceUrl"] = Channel.ServiceUrl;
        activity["id"] ??= $"id-{Interlocked.Increment(ref _ids)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        request.Headers.Add("Authorization", $"Bearer {_issuer!.Token(Channel.ServiceUrl)}");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, body.Length > 0 ? JsonNode.Parse(body) : null);
    }

    internal Task<string> GetAsync(string path) => _http.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
            await _issuer!.DisposeAsync();
            await Channel.DisposeAsync();
        }
    }
}

/// <summary>A person in a conversation.</summary>
internal sealed class Somebody(ServedBot bot, string id, string conversation, string type)
{
    private const string Bot = "28:" + Issuer.AppId;

    /// <summary>Says something and gives the replies.</summary>
    public Task<Said[]> SayAsync(string text) => SendAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Says something and gives the last reply: the one that answers.</summary>
    public async Task<Said> AskAsync(string text) => (await SayAsync(text))[^1];

    /// <summary>Sends an activity that expects its replies in the answer.</summary>
    public async Task<Said[]> SendAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        var (status, body) = await bot.PostAsync(Addressed(activity));
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. body!["activities"]!.AsArray().Select(reply => new Said(reply!.AsObject()))];
    }

    /// <summary>Sends an activity as Teams does; replies come through the channel.</summary>
    public async Task<HttpStatusCode> PostAsync(JsonObject activity) => (await bot.PostAsync(Addressed(activity))).Status;

    /// <summary>Asks and waits: the answer's body, and what the bot said in the chat besides.</summary>
    public async Task<(JsonNode? Answer, Said[] Said)> InvokeAsync(string name, JsonNode value)
    {
        var (status, body) = await bot.PostAsync(Addressed(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = name,
            ["value"] = value,
            ["deliveryMode"] = "expectReplies",
        }));
        Assert.Equal(HttpStatusCode.OK, status);
        return (body!["body"], [.. body["activities"]!.AsArray().Select(reply => new Said(reply!.AsObject()))]);
    }

    /// <summary>Presses the button or row that says this.</summary>
    public Task<(JsonNode? Answer, Said[] Said)> PressAsync(Said said, string title) => InvokeAsync("adaptiveCard/action", new JsonObject
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "say", ["data"] = said.Button(title)["data"]!.DeepClone() },
    });

    public JsonObject Addressed(JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = id, ["aadObjectId"] = $"aad-{id}" };
        activity["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "GuidanceBot" };
        activity["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["tenantId"] = "tenant-1" };
        activity["channelData"] ??= new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } };
        return activity;
    }

    /// <summary>A message that mentions the bot, as in a group chat or a channel.</summary>
    public static JsonObject Mentioning(string text) => new()
    {
        ["type"] = "message",
        ["text"] = $"<at>GuidanceBot</at> {text}",
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>GuidanceBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "GuidanceBot" },
        }),
    };

    public static JsonObject Installed(string action) => new() { ["type"] = "installationUpdate", ["action"] = action };

    public static JsonObject Joined() =>
        new() { ["type"] = "conversationUpdate", ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }) };
}

/// <summary>What the bot said.</summary>
internal sealed record Said(JsonObject Activity)
{
    public JsonObject? Card => Activity["attachments"]?[0]?["content"]?.AsObject();

    /// <summary>All that can be read: the message, or the text twin of its card.</summary>
    public string Text => (string?)Activity["text"] ?? (string?)Card?["fallbackText"] ?? "";

    public string[] Titles => [.. Buttons.Select(button => (string)button["title"]!)];

    public JsonNode Button(string title) => Buttons.Single(button => (string?)button["title"] == title);

    private IEnumerable<JsonNode> Buttons => Card is not { } card ? [] : card["body"]!.AsArray()
        .Select(element => element!["selectAction"])
        .Concat(card["actions"]!.AsArray())
        .OfType<JsonNode>();
}
