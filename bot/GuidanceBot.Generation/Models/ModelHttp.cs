using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace GuidanceBot.Generation.Models;

/// <summary>The way to a model: a time-out, few repeats, a breaker, and an end to what it may send.</summary>
internal static class ModelHttp
{
    public const string Chat = "generation-chat";

    public const string Embeddings = "generation-embeddings";

    /// <summary>An answer of the chat model is some thousand bytes.</summary>
    private const int LongestChatAnswer = 256 * 1024;

    /// <summary>A batch of vectors is some million bytes.</summary>
    private const int LongestVectors = 32 * 1024 * 1024;

    private const int Repeats = 2;

    public static IServiceCollection AddModelHttp(this IServiceCollection services, GenerationOptions options, TimeProvider? clock = null)
    {
        Add(services, Chat, options.Chat, LongestChatAnswer, clock);
        Add(services, Embeddings, options.Embeddings, LongestVectors, clock);
        return services;
    }

    private static void Add(IServiceCollection services, string name, ModelOptions options, int longest, TimeProvider? clock)
    {
        var client = services.AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan);
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        client.AddResilienceHandler(name, builder =>
        {
            builder.TimeProvider = clock ?? TimeProvider.System;
            builder
                .AddTimeout(options.Timeout)
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = Repeats,
                    Delay = TimeSpan.FromMilliseconds(200),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments.Outcome, options.Timeout)),
                })
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    MinimumThroughput = 5,
                    FailureRatio = 0.5,
                    SamplingDuration = TimeSpan.FromMinutes(1),
                    BreakDuration = TimeSpan.FromSeconds(30),
                });
        });
        client.AddHttpMessageHandler(() => new AnswerLimit(longest));
    }

    /// <summary>
    /// Asking a model changes nothing, so what did not reach it or what it could not do now may be asked again; not when it asks for more
    /// patience than the turn has.
    /// </summary>
    private static bool MayRepeat(Outcome<HttpResponseMessage> outcome, TimeSpan patience) => outcome switch
    {
        { Exception: HttpRequestException { StatusCode: null, HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded } } => true,
        { Result: { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } busy } => RetryAfter(busy) < patience,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } => true,
        _ => false,
    };

    private static TimeSpan RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: not null } => TimeSpan.MaxValue,
        _ => TimeSpan.Zero,
    };

    /// <summary>Reads an answer to its end here, within the time-out, and gives up on one that is too long.</summary>
    private sealed class AnswerLimit(int longest) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                await response.Content.LoadIntoBufferAsync(longest, cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }
}
