using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GuidanceBot.State.Secrets;

/// <summary>Turns ids of people, conversations and activities into the keys of rows: keyed digests that nobody can turn back or guess.</summary>
/// <remarks>
/// HMAC-SHA256, the first 128 bits, with a random key of the store that is kept encrypted in it. The key never changes, because rows
/// are found by it; whoever has it can test whether an id he knows has rows, which is why it is encrypted.
/// </remarks>
internal sealed class Pseudonyms
{
    public const int KeyBytes = 32;

    private const int MostOnStack = 512;

    private byte[]? _key;

    /// <summary>Called once, when the store is opened.</summary>
    public void Use(byte[] key) => _key = key;

    public Guid OfConversation(string channelId, string conversationId) => Of("conversation", channelId, conversationId, "");

    public Guid OfPerson(string channelId, string tenantId, string personId) => Of("person", channelId, tenantId, personId);

    public Guid OfActivity(Guid conversation, string activityId, string change) => Of("activity", conversation.ToString("N"), activityId, change);

    public Guid OfContent(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, content, digest);
        return MemoryMarshal.Read<Guid>(digest);
    }

    private byte[] Key => _key ?? throw new InvalidOperationException("The store is not open yet. Start the host before the first turn.");

    private Guid Of(string kind, string first, string second, string third)
    {
        // Lengths are written too, so that parts cannot run into each other.
        var most = Encoding.UTF8.GetMaxByteCount(kind.Length + first.Length + second.Length + third.Length) + (4 * sizeof(int));
        Span<byte> text = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        var end = 0;
        Append(text, kind, ref end);
        Append(text, first, ref end);
        Append(text, second, ref end);
        Append(text, third, ref end);
        return OfContent(text[..end]);
    }

    private static void Append(Span<byte> text, string part, ref int end)
    {
        var length = Encoding.UTF8.GetBytes(part, text[(end + sizeof(int))..]);
        MemoryMarshal.Write(text[end..], length);
        end += sizeof(int) + length;
    }
}
