using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GuidanceBot.Protocol.Tests.Running;

/// <summary>A bot on a real server, as a program would run it.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private RunningBot(WebApplication app, FakeLogCollector log)
    {
        (_app, Log) = (app, log);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeLogCollector Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The settings of a bot that takes tokens of this issuer and proves itself to this channel.</summary>
    public static Dictionary<string, string?> Settings(Issuer issuer, Channel channel) => new()
    {
        ["Bot:AppId"] = Issuer.AppId,
        ["Bot:ClientSecret"] = "a secret",
        ["Bot:OpenIdMetadata"] = issuer.Metadata,
        ["Bot:TokenEndpoint"] = channel.TokenEndpoint,
    };

    /// <summary>The settings of a bot on a developer's machine.</summary>
    public static Dictionary<string, string?> Loopback => new() { ["Bot:DangerouslyAllowUnauthenticatedLoopback"] = "true" };

    public static async Task<RunningBot> StartAsync(
        Dictionary<string, string?> settings, Func<TurnContext, CancellationToken, Task> onTurn, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.Services.TryAddSingleton(time ?? TimeProvider.System);
        builder.Services.AddProtocol(builder.Configuration).AddSingleton<ITurnHandler>(new Handler(onTurn));
        var app = builder.Build();
        app.MapBotMessages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningBot(app, app.Services.GetFakeLogCollector());
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, string? token = null) => PostAsync(activity.ToJsonString(), token);

    public Task<HttpResponseMessage> PostAsync(string body, string? token = null, string contentType = "application/json; charset=utf-8")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content }, token);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? token = null)
    {
        using (request)
        {
            if (token is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            }

            return await _http.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Posts an activity that expects its replies in the answer, and gives the replies.</summary>
    public async Task<JsonArray> AskAsync(JsonObject activity, string? token = null)
    {
        activity["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(activity, token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (JsonArray)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!;
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Handler(Func<TurnContext, CancellationToken, Task> onTurn) : ITurnHandler
    {
        public Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken) => onTurn(context, cancellationToken);
    }
}
