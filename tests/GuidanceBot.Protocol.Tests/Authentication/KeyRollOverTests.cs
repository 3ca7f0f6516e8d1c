using System.Net;
using GuidanceBot.Protocol.Authentication;
using GuidanceBot.Protocol.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Protocol.Tests.Authentication;

/// <summary>The channel's keys change, its metadata is down at times, and made-up key ids come in numbers.</summary>
public sealed class KeyRollOverTests
{
    [Fact]
    public async Task A_key_that_was_published_a_moment_ago_is_found()
    {
        await using var setup = await Setup.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await setup.PostAsync("key-1"));

        setup.Issuer.RollOver("key-2");

        Assert.Equal(HttpStatusCode.OK, await setup.PostAsync("key-2"));
        Assert.Equal(HttpStatusCode.Unauthorized, await setup.PostAsync("key-1"));
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_at_first_are_read_later()
    {
        await using var setup = await Setup.StartAsync();
        setup.Issuer.IsDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await setup.PostAsync("key-1"));

        setup.Issuer.IsDown = false;

        Assert.Equal(HttpStatusCode.OK, await setup.PostAsync("key-1"));
    }

    [Fact]
    public async Task Known_keys_stay_in_use_while_the_metadata_is_down()
    {
        await using var setup = await Setup.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await setup.PostAsync("key-1"));

        setup.Issuer.IsDown = true;
        setup.Time.Advance(ChannelKeys.RefreshAfter + TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, await setup.PostAsync("key-1"));
    }

    [Fact]
    public async Task Many_requests_at_once_read_the_keys_once()
    {
        await using var setup = await Setup.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => setup.PostAsync("key-1")));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, setup.Issuer.Readings);
    }

    [Fact]
    public async Task Made_up_key_ids_cause_few_readings()
    {
        await using var setup = await Setup.StartAsync();

        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await setup.PostAsync($"made-up-{i}"));
        }

        Assert.InRange(setup.Issuer.Readings, 1, 5);
        setup.Time.Advance(ChannelKeys.LongestSpacing);
        setup.Issuer.RollOver("key-2");
        Assert.Equal(HttpStatusCode.OK, await setup.PostAsync("key-2"));
    }

    private sealed class Setup : IAsyncDisposable
    {
        public required Issuer Issuer { get; init; }

        public required Channel Channel { get; init; }

        public required RunningBot Bot { get; init; }

        public required FakeTimeProvider Time { get; init; }

        public static async Task<Setup> StartAsync()
        {
            var (issuer, channel) = (await Issuer.StartAsync(), await Channel.StartAsync());
            var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
            var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), (_, _) => Task.CompletedTask, time);
            return new Setup { Issuer = issuer, Channel = channel, Bot = bot, Time = time };
        }

        /// <summary>A message with a token that is good at the bot's own time.</summary>
        public async Task<HttpStatusCode> PostAsync(string kid)
        {
            var claims = Issuer.Claims(Channel.ServiceUrl);
            claims["nbf"] = Time.GetUtcNow().ToUnixTimeSeconds();
            claims["exp"] = Time.GetUtcNow().ToUnixTimeSeconds() + 3600;
            var message = Some.Message(Channel.ServiceUrl);
            message["deliveryMode"] = "expectReplies";
            using var response = await Bot.PostAsync(message, Issuer.Sign(Issuer.Header(kid), claims));
            return response.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Issuer.DisposeAsync();
            await Channel.DisposeAsync();
        }
    }
}
