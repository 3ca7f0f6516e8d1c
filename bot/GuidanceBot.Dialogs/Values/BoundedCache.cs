using System.Collections.Concurrent;

namespace GuidanceBot.Dialogs.Values;

/// <summary>Remembers up to a number of values by key; one more, and it begins anew.</summary>
/// <remarks>
/// The keys come from content, of which there is a fixed amount, so the bound is there for the case that somebody makes them
/// up. Safe to use from many threads.
/// </remarks>
internal sealed class BoundedCache<TKey, TValue>(int limit)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _known = new();
    private int _count;

    public bool TryGet(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) => _known.TryGetValue(key, out value);

    public TValue Add(TKey key, TValue value)
    {
        // Counted apart: the dictionary locks all of itself to count.
        if (Interlocked.Increment(ref _count) > limit)
        {
            Interlocked.Exchange(ref _count, 0);
            _known.Clear();
        }

        _known.TryAdd(key, value);
        return value;
    }
}
