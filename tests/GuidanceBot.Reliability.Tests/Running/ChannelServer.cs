using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Reliability.Tests.Running;

/// <summary>A channel's connector on loopback that often fails: 429, 500, silence, a dropped connection. It never takes what it then denies.</summary>
internal sealed class ChannelServer : IAsyncDisposable
{
    /// <summary>Longer than the connector client waits for an answer.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<string, List<string>> _taken = new();
    private readonly WebApplication _app;
    private readonly Random _random;
    private readonly double _faults;
    private int _failed;

    private ChannelServer(WebApplication app, int seed, double faults) => (_app, _random, _faults) = (app, new Random(seed), faults);

    public Uri Address => new(_app.Urls.First());

    public int Failed => _failed;

    public int Count => _taken.Values.Sum(texts => CountOf(texts));

    /// <param name="seed">Of the faults.</param>
    /// <param name="faults">The share of calls that fail, 0 to 1.</param>
    public static async Task<ChannelServer> StartAsync(int seed, double faults)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ChannelServer(app, seed, faults);
        app.MapPost("/v3/conversations/{conversation}/activities/{activity}", server.TakeAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>What was taken in a conversation, in the order of taking.</summary>
    public IReadOnlyList<string> Taken(string conversation)
    {
        var texts = _taken.GetOrAdd(conversation, _ => []);
        lock (texts)
        {
            return [.. texts];
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static int CountOf(List<string> texts)
    {
        lock (texts)
        {
            return texts.Count;
        }
    }

    private async Task TakeAsync(HttpContext http, string conversation)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        double fate;
        lock (_random)
        {
            fate = _random.NextDouble() / _faults;
        }

        if (fate < 1)
        {
            Interlocked.Increment(ref _failed);
            await FailAsync(http, fate);
            return;
        }

        var texts = _taken.GetOrAdd(conversation, _ => []);
        lock (texts)
        {
            texts.Add(json.RootElement.GetProperty("text").GetString()!);
        }

        await http.Response.WriteAsJsonAsync(new { id = Guid.NewGuid() });
    }

    private static async Task FailAsync(HttpContext http, double fate)
    {
        switch (fate)
        {
            case < 0.40:
                http.Response.StatusCode = (int)HttpStatusCode.TooManyRequests;
                http.Response.Headers.RetryAfter = "1";
                break;
            case < 0.75:
                http.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
                break;
            case < 0.97:
                http.Abort();
                break;
            default:
                await Task.Delay(Silence, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                http.Abort();
                break;
        }
    }
}
