using System.Net;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;

namespace GuidanceBot.Protocol.Tests.Connector;

/// <summary>The table of what is tried again. A reply is not repeated unless the channel did nothing with it.</summary>
public sealed class CallRetriesTests
{
    public static TheoryData<int, bool, bool> Statuses => new()
    {
        // status, a reply is tried again, an update is tried again
        { 400, false, false },
        { 403, false, false },
        { 404, false, false },
        { 408, false, false },
        { 409, false, false },
        { 412, true, true },
        { 413, false, false },
        { 429, true, true },
        { 500, false, false },
        { 501, false, false },
        { 502, false, true },
        { 503, false, true },
        { 504, false, true },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_refused_reply_is_tried_again_only_when_that_is_safe(int status, bool again, bool updateAgain)
    {
        _ = updateAgain;
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(status);

        var fault = await Record.ExceptionAsync(fixture.ReplyAsync);

        Assert.Equal((again, again ? 2 : 1), (fault is null, fixture.Channel.Unread));
        Assert.Equal(again ? null : (HttpStatusCode)status, (fault as ConnectorException)?.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_refused_update_is_tried_again_when_that_may_help(int status, bool replyAgain, bool again)
    {
        _ = replyAgain;
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(status);

        var fault = await Record.ExceptionAsync(fixture.UpdateAsync);

        Assert.Equal((again, again ? 2 : 1), (fault is null, fixture.Channel.Unread));
    }

    [Fact]
    public async Task The_channel_says_how_long_to_wait()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(429, retryAfter: "7");
        fixture.Channel.AnswerNext(429, retryAfter: (fixture.Time.GetUtcNow() + TimeSpan.FromSeconds(9)).ToString("R"));

        await fixture.ReplyAsync();

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9)], fixture.Time.Waits);
    }

    [Fact]
    public async Task A_channel_that_wants_too_much_patience_is_not_waited_for()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(429, retryAfter: "3600");

        await Assert.ThrowsAsync<ConnectorException>(fixture.ReplyAsync);

        Assert.Empty(fixture.Time.Waits);
    }

    [Fact]
    public async Task Otherwise_the_waits_grow_and_end()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            fixture.Channel.AnswerNext(429);
        }

        await Assert.ThrowsAsync<ConnectorException>(fixture.ReplyAsync);

        Assert.Equal(CallRetries.MostRetries + 1, fixture.Channel.Unread);
        Assert.Equal(CallRetries.MostRetries, fixture.Time.Waits.Count);
        Assert.All(fixture.Time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, CallRetries.LongestDelay));
        Assert.InRange(fixture.Time.Waits.Aggregate((sum, wait) => sum + wait), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_once()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(401);

        await fixture.ReplyAsync();

        Assert.Equal(("Bearer bot-token-1", "Bearer bot-token-2"), ((await fixture.Channel.NextAsync()).Authorization, (await fixture.Channel.NextAsync()).Authorization));
    }

    [Fact]
    public async Task A_bot_that_stays_refused_gives_up()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(401);
        fixture.Channel.AnswerNext(401);

        var refused = await Assert.ThrowsAsync<ConnectorException>(fixture.ReplyAsync);

        Assert.Equal((HttpStatusCode.Unauthorized, 2, 2), (refused.StatusCode!.Value, fixture.Channel.Unread, fixture.Channel.TokensIssued));
    }

    [Fact]
    public async Task A_reply_whose_answer_does_not_come_is_not_sent_again()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        await fixture.ReplyAsync();     // the token is there, so the next try is the reply's own
        fixture.Time.NextTryEndsAfter = fixture.Channel.HoldNext();

        var fault = await Record.ExceptionAsync(fixture.ReplyAsync);

        Assert.IsType<Polly.Timeout.TimeoutRejectedException>(fault);
        Assert.Empty(fixture.Time.Waits);
    }

    [Fact]
    public async Task An_update_whose_answer_does_not_come_is_sent_again()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        await fixture.ReplyAsync();
        fixture.Time.NextTryEndsAfter = fixture.Channel.HoldNext();

        await fixture.UpdateAsync();

        Assert.Single(fixture.Time.Waits);
    }

    [Fact]
    public async Task A_reply_to_a_channel_that_cannot_be_reached_is_tried_again()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        var nobodyThere = fixture.Reference with { ServiceUrl = "http://127.0.0.1:1/" };

        await Assert.ThrowsAsync<HttpRequestException>(
            () => fixture.Client.SendActivityAsync(nobodyThere, OutgoingActivity.Typing, TestContext.Current.CancellationToken));

        Assert.Equal(CallRetries.MostRetries, fixture.Time.Waits.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_not_kept()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fixture.Client.SendActivityAsync(fixture.Reference, OutgoingActivity.Typing, cancelled.Token));

        Assert.Equal((0, 0), (fixture.Channel.Unread, fixture.Time.Waits.Count));
    }
}
