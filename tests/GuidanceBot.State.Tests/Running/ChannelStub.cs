using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.State.Outbox;

namespace GuidanceBot.State.Tests.Running;

/// <summary>A channel that writes down what it takes, and answers as it is told.</summary>
internal sealed class ChannelStub : IReplySender
{
    private readonly ConcurrentQueue<(string Conversation, string Text)> _taken = [];
    private readonly Channel<bool> _changed = Channel.CreateUnbounded<bool>();

    /// <summary>Decides about the n-th try of all, from 1.</summary>
    public Func<int, Task<SendOutcome>> Answer { get; set; } = _ => Task.FromResult(SendOutcome.Of(201));

    private int _tries;

    public int Tries => _tries;

    public IReadOnlyList<string> Taken(string conversation = "a") => [.. _taken.Where(t => t.Conversation == conversation).Select(t => t.Text)];

    /// <summary>Waits until this many were taken, over all conversations.</summary>
    public async Task<IReadOnlyList<string>> WaitForAsync(int count, string conversation = "a")
    {
        while (Taken(conversation).Count < count)
        {
            await _changed.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }

        return Taken(conversation);
    }

    public async Task WaitForTriesAsync(int count)
    {
        while (_tries < count)
        {
            await _changed.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<SendOutcome> SendAsync(ConversationReference address, byte[] body, CancellationToken cancellationToken)
    {
        var n = Interlocked.Increment(ref _tries);
        _changed.Writer.TryWrite(true);
        var outcome = await Answer(n);
        if (outcome.Result == SendResult.Accepted)
        {
            using var json = JsonDocument.Parse(body);
            _taken.Enqueue((address.Conversation.Id!, json.RootElement.GetProperty("text").GetString()!));
        }

        _changed.Writer.TryWrite(true);
        return outcome;
    }

    public Task<SendOutcome> UpdateAsync(ConversationReference address, string activityId, byte[] body, CancellationToken cancellationToken) =>
        SendAsync(address, body, cancellationToken);

    public Task<SendOutcome> DeleteAsync(ConversationReference address, string activityId, CancellationToken cancellationToken) =>
        Task.FromResult(SendOutcome.Of(200));
}
