using System.Collections.Concurrent;
using System.Net;
using GuidanceBot.Protocol.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Protocol.Tests.Receiving;

/// <summary>One turn at a time in a conversation, in order, none lost; different conversations at once; limits; the end of the program.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Twenty_messages_at_once_in_one_conversation_are_all_answered_one_at_a_time()
    {
        await using var channel = await Channel.StartAsync();
        var (running, most, count) = (0, 0, 0);
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, async (turn, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            var before = count;
            await Task.Yield();
            count = before + 1;     // an update that is lost if two turns run at once
            await turn.SendActivityAsync(turn.Activity.Text!, token);
            Interlocked.Decrement(ref running);
        });

        var posts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bot.PostAsync(Some.Message(channel.ServiceUrl, $"{i}"))));
        var replies = new List<string?>();
        while (replies.Count < 20)
        {
            replies.Add((await channel.NextAsync()).Text);
        }

        Assert.All(posts, post => Assert.Equal(HttpStatusCode.Accepted, post.StatusCode));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}").Order(StringComparer.Ordinal), replies.Order(StringComparer.Ordinal));
        Assert.Equal((1, 20, 0), (most, count, channel.Unread));
    }

    [Fact]
    public async Task Messages_are_answered_in_the_order_they_arrive()
    {
        await using var channel = await Channel.StartAsync();
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, async (turn, token) =>
        {
            await Task.Yield();
            await Some.Echo(turn, token);
        });

        for (var i = 0; i < 30; i++)
        {
            using var post = await bot.PostAsync(Some.Message(channel.ServiceUrl, $"{i}"));
        }

        for (var i = 0; i < 30; i++)
        {
            Assert.Equal($"you said {i}", (await channel.NextAsync()).Text);
        }
    }

    [Fact]
    public async Task A_turn_that_takes_long_holds_up_its_own_conversation_only()
    {
        await using var channel = await Channel.StartAsync();
        var slow = new TaskCompletionSource();
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, async (turn, token) =>
        {
            if (turn.Activity.Text == "slow")
            {
                await slow.Task;
            }

            await Some.Echo(turn, token);
        });

        using var first = await bot.PostAsync(Some.Message(channel.ServiceUrl, "slow", "a:1"));
        using var behind = await bot.PostAsync(Some.Message(channel.ServiceUrl, "behind", "a:1"));
        using var other = await bot.PostAsync(Some.Message(channel.ServiceUrl, "other", "a:2"));

        Assert.Equal("you said other", (await channel.NextAsync()).Text);
        slow.SetResult();
        Assert.Equal("you said slow", (await channel.NextAsync()).Text);
        Assert.Equal("you said behind", (await channel.NextAsync()).Text);
    }

    [Fact]
    public async Task Expected_replies_wait_for_the_turns_before_them()
    {
        await using var channel = await Channel.StartAsync();
        var slow = new TaskCompletionSource();
        var order = new ConcurrentQueue<string?>();
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, async (turn, _) =>
        {
            await (turn.Activity.Text == "slow" ? slow.Task : Task.CompletedTask);
            order.Enqueue(turn.Activity.Text);
        });

        using var first = await bot.PostAsync(Some.Message(channel.ServiceUrl, "slow"));
        var second = bot.AskAsync(Some.Message(channel.ServiceUrl, "second"));
        slow.SetResult();
        await second;

        Assert.Equal(["slow", "second"], order);
    }

    [Fact]
    public async Task Too_many_in_one_conversation_are_refused_and_may_come_again()
    {
        await using var channel = await Channel.StartAsync();
        var slow = new TaskCompletionSource();
        var settings = RunningBot.Loopback;
        settings["Bot:Limits:MaxWaitingPerConversation"] = "2";
        await using var bot = await RunningBot.StartAsync(settings, async (turn, token) =>
        {
            await slow.Task;
            await Some.Echo(turn, token);
        });
        var refused = Some.Message(channel.ServiceUrl, "fourth");

        for (var i = 0; i < 3; i++)
        {
            using var taken = await bot.PostAsync(Some.Message(channel.ServiceUrl, $"{i}"));
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }

        using var tooMany = await bot.PostAsync(refused);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.NotNull(tooMany.Headers.RetryAfter?.Delta);
        slow.SetResult();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal($"you said {i}", (await channel.NextAsync()).Text);
        }

        using var again = await bot.PostAsync(refused);
        Assert.Equal("you said fourth", (await channel.NextAsync()).Text);
    }

    [Fact]
    public async Task Too_many_in_all_are_refused()
    {
        await using var channel = await Channel.StartAsync();
        var slow = new TaskCompletionSource();
        var settings = RunningBot.Loopback;
        settings["Bot:Limits:MaxTurns"] = "1";
        await using var bot = await RunningBot.StartAsync(settings, (_, _) => slow.Task);

        using var taken = await bot.PostAsync(Some.Message(channel.ServiceUrl, "1", "a:1"));
        using var refused = await bot.PostAsync(Some.Message(channel.ServiceUrl, "2", "a:2"));
        slow.SetResult();

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable), (taken.StatusCode, refused.StatusCode));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.GatewayTimeout)]
    [InlineData(false, HttpStatusCode.GatewayTimeout)]
    public async Task An_invoke_is_answered_in_its_time_though_the_handler_is_not_done(bool heedsItsCancellation, HttpStatusCode status)
    {
        var time = new FakeTimeProvider();
        var (begun, forever) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var bot = await RunningBot.StartAsync(
            RunningBot.Loopback,
            (_, token) =>
            {
                begun.SetResult();
                return heedsItsCancellation ? Task.Delay(Timeout.Infinite, token) : forever.Task;
            },
            time);

        var post = bot.PostAsync(Some.Invoke("http://127.0.0.1:9/", "adaptiveCard/action"));
        await begun.Task;
        time.Advance(TimeSpan.FromSeconds(5));
        while (!post.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        using var response = await post;
        Assert.Equal(status, response.StatusCode);
        forever.SetResult();
    }

    [Fact]
    public async Task An_invoke_that_waits_too_long_for_its_turn_never_runs()
    {
        await using var channel = await Channel.StartAsync();
        var time = new FakeTimeProvider();
        var slow = new TaskCompletionSource();
        var names = new ConcurrentQueue<string>();
        await using var bot = await RunningBot.StartAsync(
            RunningBot.Loopback,
            async (turn, _) =>
            {
                names.Enqueue(turn.Activity.Type);
                await (names.Count == 1 ? slow.Task : Task.CompletedTask);
                await Some.Echo(turn, CancellationToken.None);      // its own time is long up: the test's clock has run on
            },
            time);

        using var first = await bot.PostAsync(Some.Message(channel.ServiceUrl, "slow"));
        var invoke = bot.PostAsync(Some.Invoke(channel.ServiceUrl, "adaptiveCard/action"));
        while (!invoke.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var response = await invoke;
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        slow.SetResult();
        using var last = await bot.PostAsync(Some.Message(channel.ServiceUrl, "last"));
        await channel.NextAsync();
        Assert.Equal("you said last", (await channel.NextAsync()).Text);
        Assert.Equal(["message", "message"], names);
    }

    [Fact]
    public async Task Turns_under_way_finish_before_the_program_ends()
    {
        await using var channel = await Channel.StartAsync();
        var (begun, slow) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, async (turn, token) =>
        {
            begun.TrySetResult();
            await slow.Task;
            await Some.Echo(turn, token);
        });
        using var first = await bot.PostAsync(Some.Message(channel.ServiceUrl, "first"));
        using var second = await bot.PostAsync(Some.Message(channel.ServiceUrl, "second"));
        await begun.Task;

        var stop = bot.StopAsync();
        Assert.False(stop.IsCompleted);
        slow.SetResult();
        await stop;

        Assert.Equal(["you said first", "you said second"], [(await channel.NextAsync()).Text, (await channel.NextAsync()).Text]);
    }

    [Fact]
    public async Task A_turn_that_does_not_finish_is_cancelled_when_the_program_ends()
    {
        await using var channel = await Channel.StartAsync();
        var (begun, cancelled) = (new TaskCompletionSource(), false);
        var settings = RunningBot.Loopback;
        settings["Bot:Limits:DrainTime"] = "00:00:00";
        await using var bot = await RunningBot.StartAsync(settings, async (_, token) =>
        {
            begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                cancelled = true;
            }
        });
        using var post = await bot.PostAsync(Some.Message(channel.ServiceUrl));
        await begun.Task;

        await bot.StopAsync();

        Assert.True(cancelled);
    }
}
