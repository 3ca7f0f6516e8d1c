using System.Threading.Channels;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Turns.Teams;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Turns.Tests.Teams;

public sealed class TypingWhenSlowTests
{
    private static readonly Reply Reply = SomeReplies.All["answer"];

    [Fact]
    public async Task A_turn_that_is_quick_shows_nothing()
    {
        var sent = new Sent();

        await TypingWhenSlow.WhileAsync(sent.Context(), () => ValueTask.FromResult(Reply), new FakeTimeProvider(), TestContext.Current.CancellationToken);

        Assert.Equal(0, sent.Count);
    }

    [Fact]
    public async Task A_slow_one_shows_that_it_is_at_work_again_and_again_until_it_is_done()
    {
        var (sent, clock, work) = (new Sent(), new FakeTimeProvider(), new TaskCompletionSource<Reply>());

        var turn = TypingWhenSlow.WhileAsync(sent.Context(), () => new ValueTask<Reply>(work.Task), clock, TestContext.Current.CancellationToken);
        while (sent.Count < 2)
        {
            clock.Advance(TypingWhenSlow.Again);     // the next wait may not have begun when time goes on
            await Task.Yield();
        }

        work.SetResult(Reply);

        Assert.Same(Reply, await turn);
        var shown = sent.Count;
        clock.Advance(TypingWhenSlow.Again);
        Assert.Equal(shown, sent.Count);
    }

    [Fact]
    public async Task A_channel_that_does_not_take_it_changes_nothing()
    {
        var (sent, clock, work) = (new Sent { Fails = true }, new FakeTimeProvider(), new TaskCompletionSource<Reply>());

        var turn = TypingWhenSlow.WhileAsync(sent.Context(), () => new ValueTask<Reply>(work.Task), clock, TestContext.Current.CancellationToken);
        clock.Advance(TypingWhenSlow.SlowAfter);
        await sent.NextAsync();
        work.SetResult(Reply);

        Assert.Same(Reply, await turn);
    }

    private sealed class Sent : IReplyChannel
    {
        private readonly Channel<bool> _came = Channel.CreateUnbounded<bool>();

        public bool Fails { get; init; }

        public int Count { get; private set; }

        public bool CanUpdate => true;

        public TurnContext Context()
        {
            var activity = new Activity { Type = ActivityTypes.Message };
            return new TurnContext(activity, activity.GetConversationReference(), this);
        }

        public ValueTask<bool> NextAsync() => _came.Reader.ReadAsync(TestContext.Current.CancellationToken);

        public Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken)
        {
            Assert.Equal(ActivityTypes.Typing, activity.Type);
            Count++;
            _came.Writer.TryWrite(true);
            return Fails ? throw new HttpRequestException("no") : Task.FromResult(ResourceResponse.WithoutId);
        }

        public Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task DeleteAsync(string activityId, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
