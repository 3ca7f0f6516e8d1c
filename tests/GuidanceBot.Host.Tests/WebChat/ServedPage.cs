using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Host.Serving;
using Microsoft.AspNetCore.Builder;

namespace GuidanceBot.Host.Tests.WebChat;

/// <summary>The program as it runs on somebody's machine, and a page that talks to it as Web Chat does.</summary>
internal sealed class ServedPage : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private ServedPage(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public static async Task<ServedPage> StartAsync(params string[] settings)
    {
        var app = BotServer.Build(
            ["--environment=Development", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", "--State:Provider=Memory", .. settings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ServedPage(app);
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> AskAsync(
        HttpMethod method, string path, string? token = null, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    /// <summary>Begins a conversation as the page does.</summary>
    public async Task<(string Id, string Token)> BeginAsync(string? secret = null)
    {
        var (status, body) = await AskAsync(HttpMethod.Post, "/v3/directline/tokens/generate", secret, """{"user":{"id":"me"}}""");
        Assert.Equal(HttpStatusCode.OK, status);
        return ((string)body!["conversationId"]!, (string)body["token"]!);
    }

    public async Task<JsonNode> FetchAsync((string Id, string Token) chat, string watermark = "") =>
        (await AskAsync(HttpMethod.Get, $"/v3/directline/conversations/{chat.Id}/activities?watermark={watermark}", chat.Token)).Body!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
