using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace GuidanceBot.Protocol.Connector;

/// <summary>What is tried again, and when. The rule: never a second message because the first one's answer was lost.</summary>
/// <remarks>
/// Statuses are those of the Teams documentation, "Status codes from bot conversational APIs": 429 waits as long as the channel
/// says; 412, 502, 503 and 504 wait 1 s, 2 s, 4 s … with jitter; 400, 403, 404, 413 and 500 are final.
/// </remarks>
internal sealed class CallRetries
{
    public const int MostRetries = 5;

    public static readonly TimeSpan TryTime = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>A channel that asks to wait longer is not waited for.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _time;

    public CallRetries(TimeProvider time, ILogger<CallRetries> logger)
    {
        _time = time;
        Repeatable = Build(MayRepeat, logger);
        Once = Build(MayRepeatPost, logger);
    }

    /// <summary>For calls whose repetition changes nothing: reading, replacing, deleting, getting a token.</summary>
    public ResiliencePipeline<HttpResponseMessage> Repeatable { get; }

    /// <summary>For calls that make something: repeated only when the channel says that it did nothing, or nothing was sent.</summary>
    public ResiliencePipeline<HttpResponseMessage> Once { get; }

    private ResiliencePipeline<HttpResponseMessage> Build(Func<Outcome<HttpResponseMessage>, bool> mayRepeat, ILogger logger) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MostRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = LongestDelay,
                ShouldHandle = call => new ValueTask<bool>(mayRepeat(call.Outcome)),
                DelayGenerator = call => new ValueTask<TimeSpan?>(call.Outcome.Result is { } answer ? RetryAfter(answer) : null),
                OnRetry = call =>
                {
                    logger.CallRetried((int?)call.Outcome.Result?.StatusCode, call.AttemptNumber + 1, call.RetryDelay);
                    return default;
                },
            })
            .AddTimeout(TryTime)
            .Build();

    private bool MayRepeat(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException or OperationCanceledException } => true,
        { Result.StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } => true,
        { Result: { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } answer } => IsWorthWaiting(answer),
        _ => false,
    };

    /// <summary>429 and 412 say that nothing was done; a connection that did not come about carried nothing.</summary>
    private bool MayRepeatPost(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        // The time to connect is up. (A caller that cancels ends the retries too, and a try that is out of time has its own type.)
        { Exception: OperationCanceledException } => true,
        { Exception: HttpRequestException fault } => fault.HttpRequestError
            is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        { Result.StatusCode: HttpStatusCode.PreconditionFailed } => true,
        { Result: { StatusCode: HttpStatusCode.TooManyRequests } answer } => IsWorthWaiting(answer),
        _ => false,
    };

    private bool IsWorthWaiting(HttpResponseMessage answer) => RetryAfter(answer) is null || RetryAfter(answer) <= LongestRetryAfter;

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var asked = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}
