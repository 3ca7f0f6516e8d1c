using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GuidanceBot.Protocol.Tests.Running;

/// <summary>The channel's connector and a token endpoint: remembers what the bot asks, answers as told or else as a channel does.</summary>
internal sealed class Channel : IAsyncDisposable
{
    private readonly Channel<Asked> _asked = System.Threading.Channels.Channel.CreateUnbounded<Asked>();
    private readonly ConcurrentQueue<Answer> _answers = new();
    private LoopbackServer? _server;
    private TaskCompletionSource? _hold;
    private int _ids;
    private int _tokens;

    /// <summary>With a slash at the end, as Teams has it.</summary>
    public string ServiceUrl => _server!.Address + "/teams/";

    public string TokenEndpoint => _server!.Address + "/token";

    public int TokensIssued => _tokens;

    /// <summary>The form of the last token request.</summary>
    public IFormCollection? LastTokenForm { get; private set; }

    public static async Task<Channel> StartAsync()
    {
        var channel = new Channel();
        channel._server = await LoopbackServer.StartAsync(channel.AnswerAsync);
        return channel;
    }

    /// <summary>Answers the next call so, instead of accepting it.</summary>
    public void AnswerNext(int status, string body = "", string? retryAfter = null, string? location = null) =>
        _answers.Enqueue(new Answer(status, body, retryAfter, location));

    /// <summary>Leaves the next call without an answer.</summary>
    /// <returns>Over when that call has come.</returns>
    public Task HoldNext()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _hold = arrived;
        return arrived.Task;
    }

    /// <summary>The next call the bot makes; waits for it.</summary>
    public ValueTask<Asked> NextAsync() => _asked.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>What the bot has asked and nobody has looked at.</summary>
    public int Unread => _asked.Reader.Count;

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == "/token")
        {
            LastTokenForm = await http.Request.ReadFormAsync();
            await http.Response.WriteAsync(
                new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = $"bot-token-{++_tokens}" }.ToJsonString());
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        _asked.Writer.TryWrite(new Asked(http.Request.Method, target, http.Request.Headers.Authorization.ToString(), body));
        if (Interlocked.Exchange(ref _hold, null) is { } arrived)
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        var answer = _answers.TryDequeue(out var told) ? told : new Answer(StatusCodes.Status201Created, $$"""{"id":"sent-{{Interlocked.Increment(ref _ids)}}"}""");
        http.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds;
        }

        if (answer.Location is { } elsewhere)
        {
            http.Response.Headers.Location = elsewhere;
        }

        await http.Response.WriteAsync(answer.Body);
    }

    private sealed record Answer(int Status, string Body, string? RetryAfter = null, string? Location = null);
}

/// <summary>A call that the bot made.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Target">The path and query as they were sent.</param>
/// <param name="Authorization">The header, or empty.</param>
/// <param name="Body">The body, or empty.</param>
internal sealed record Asked(string Method, string Target, string Authorization, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Text => (string?)Json["text"];
}
