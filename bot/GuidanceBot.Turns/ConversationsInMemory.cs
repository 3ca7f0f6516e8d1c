using Microsoft.Extensions.Caching.Memory;

namespace GuidanceBot.Turns;

/// <summary>Keeps conversations until the program ends or they have been silent for a day.</summary>
public sealed class ConversationsInMemory : IConversations, IDisposable
{
    /// <summary>More are forgotten, the longest silent first, so that memory is bounded.</summary>
    private const int MostConversations = 100_000;

    private static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostConversations });

    public ValueTask<Conversation> GetAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_kept.Get<Conversation>(key) ?? new Conversation());

    public ValueTask SaveAsync(string key, Conversation conversation, CancellationToken cancellationToken)
    {
        _kept.Set(key, conversation, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Silence });
        return ValueTask.CompletedTask;
    }

    public ValueTask ForgetAsync(string key, CancellationToken cancellationToken)
    {
        _kept.Remove(key);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _kept.Dispose();
}
