using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>Remembers the most recent activities in memory, by their digest. Forgotten when the program ends.</summary>
/// <remarks>
/// Two sets of at most half the limit: when the newer is full it becomes the older, and the older is dropped. So at least the last
/// half of the limit is remembered, at a fixed cost of some 50 bytes each.
/// </remarks>
internal sealed class RecentActivities(int limit) : ISeenActivities
{
    private readonly int _half = Math.Max(1, limit / 2);
    private readonly Lock _gate = new();
    private HashSet<UInt128> _newer = [];
    private HashSet<UInt128> _older = [];

    public ValueTask<bool> TryAddAsync(ActivityKey key, CancellationToken cancellationToken) => ValueTask.FromResult(TryAdd(DigestOf(key)));

    public ValueTask RemoveAsync(ActivityKey key, CancellationToken cancellationToken)
    {
        var digest = DigestOf(key);
        lock (_gate)
        {
            _newer.Remove(digest);
            _older.Remove(digest);
        }

        return ValueTask.CompletedTask;
    }

    private bool TryAdd(UInt128 digest)
    {
        lock (_gate)
        {
            if (_older.Contains(digest) || !_newer.Add(digest))
            {
                return false;
            }

            if (_newer.Count >= _half)
            {
                (_older, _newer) = (_newer, _older);
                _newer.Clear();
            }

            return true;
        }
    }

    /// <summary>Half of a SHA-256: nobody can make two ids that collide, and no id is kept.</summary>
    private static UInt128 DigestOf(in ActivityKey key)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        var length = key.ChannelId.Length + key.ConversationId.Length + key.ActivityId.Length + key.Change.Length + 3;
        var rented = length <= 512 ? null : new char[length];
        Span<char> text = rented ?? stackalloc char[length];
        var end = 0;
        Append(text, key.ChannelId, ref end);
        Append(text, key.ConversationId, ref end);
        Append(text, key.ActivityId, ref end);
        key.Change.CopyTo(text[end..]);
        SHA256.HashData(MemoryMarshal.AsBytes(text), digest);
        return BitConverter.ToUInt128(digest);
    }

    /// <summary>Ends each part with a character that no JSON string of a channel's ids holds, so that parts cannot run together.</summary>
    private static void Append(Span<char> text, string part, ref int end)
    {
        part.CopyTo(text[end..]);
        end += part.Length;
        text[end++] = '\0';
    }
}
