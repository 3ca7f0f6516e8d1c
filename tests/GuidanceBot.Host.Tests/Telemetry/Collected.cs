using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Host.Tests.Telemetry;

/// <summary>A channel and an OpenTelemetry collector on loopback, both of which keep what they are sent.</summary>
internal sealed class Collected : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _bodies = new(StringComparer.Ordinal);
    private int _calls;

    private Collected(WebApplication server) => _server = server;

    public string Address => _server.Urls.First();

    /// <summary>Replies that the channel took.</summary>
    public int Replies => Of("replies").Count;

    public static async Task<Collected> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var collected = new Collected(server);
        server.MapPost("/v1/{signal}", (HttpRequest request, string signal) => collected.KeepAsync(request, signal));
        server.MapPost("/channel/v3/conversations/{*rest}", collected.TakeReplyAsync);
        await server.StartAsync();
        return collected;
    }

    /// <summary>Everything of a signal (traces, metrics, logs) as it came over the wire; texts stand in protobuf as they are.</summary>
    public string Text(string signal) => string.Join('\n', Of(signal).Select(Encoding.UTF8.GetString));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ConcurrentQueue<byte[]> Of(string signal) => _bodies.GetOrAdd(signal, _ => new());

    /// <summary>Every third reply is refused first, so that retries have something to tell of.</summary>
    private async Task<IResult> TakeReplyAsync(HttpRequest request)
    {
        if (Interlocked.Increment(ref _calls) % 3 == 0)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        await KeepAsync(request, "replies");
        return Results.Json(new { id = Guid.NewGuid() });
    }

    private async Task KeepAsync(HttpRequest request, string signal)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Of(signal).Enqueue(body.ToArray());
    }
}

/// <summary>Keeps every line that is logged, at every level, exceptions included.</summary>
internal sealed class LoggedLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
