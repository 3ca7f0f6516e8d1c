using GuidanceBot.Protocol.Connector;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Protocol.Tests.Connector;

public sealed class BotTokensTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_it_ends()
    {
        var source = new Source(_time, Hour);
        using var tokens = new BotTokens(source, _time);

        Assert.Equal("token 1", await GetAsync(tokens));
        _time.Advance(Hour - BotTokens.Margin - TimeSpan.FromSeconds(1));
        Assert.Equal("token 1", await GetAsync(tokens));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token 2", await GetAsync(tokens));
    }

    [Fact]
    public async Task A_token_that_lives_shorter_than_the_margin_is_still_kept()
    {
        var source = new Source(_time, TimeSpan.FromMinutes(2));
        using var tokens = new BotTokens(source, _time);

        await GetAsync(tokens);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("token 1", await GetAsync(tokens));
    }

    [Fact]
    public async Task All_who_ask_at_once_share_one_request()
    {
        var source = new Source(_time, Hour) { Gate = new TaskCompletionSource() };
        using var tokens = new BotTokens(source, _time);

        var asked = Enumerable.Range(0, 10).Select(_ => GetAsync(tokens).AsTask()).ToArray();
        source.Gate.SetResult();

        Assert.All(await Task.WhenAll(asked), token => Assert.Equal("token 1", token));
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_for_all_that_were_refused()
    {
        var source = new Source(_time, Hour);
        using var tokens = new BotTokens(source, _time);
        var refused = await GetAsync(tokens);

        Assert.Equal("token 2", await GetAsync(tokens, refused));
        Assert.Equal("token 2", await GetAsync(tokens, refused));
        Assert.Equal([false, true], source.Renewals);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var source = new Source(_time, Hour) { Fails = true };
        using var tokens = new BotTokens(source, _time);
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(tokens).AsTask());

        source.Fails = false;

        Assert.Equal("token 1", await GetAsync(tokens));
    }

    private static ValueTask<string> GetAsync(BotTokens tokens, string? refused = null) =>
        tokens.GetAsync(refused, TestContext.Current.CancellationToken);

    private sealed class Source(TimeProvider time, TimeSpan life) : IBotTokenSource
    {
        public TaskCompletionSource? Gate { get; init; }

        public bool Fails { get; set; }

        public List<bool> Renewals { get; } = [];

        public async Task<BotToken> AcquireAsync(bool renew, CancellationToken cancellationToken)
        {
            await (Gate?.Task ?? Task.CompletedTask);
            if (Fails)
            {
                throw new HttpRequestException();
            }

            Renewals.Add(renew);
            return new BotToken($"token {Renewals.Count}", time.GetUtcNow() + life);
        }
    }
}
