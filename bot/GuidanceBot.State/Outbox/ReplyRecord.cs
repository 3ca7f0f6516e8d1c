using System.Text.Json;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.State.Transactions;

namespace GuidanceBot.State.Outbox;

/// <summary>A reply as it is kept until it is delivered.</summary>
/// <param name="Kind">What the channel is asked to do.</param>
/// <param name="ActivityId">What is replaced or deleted; null for a new activity.</param>
/// <param name="To">Where.</param>
/// <param name="Body">The activity's JSON as it is sent; empty when something is deleted.</param>
internal sealed record ReplyRecord(ReplyKind Kind, string? ActivityId, ConversationReference To, byte[] Body)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, StateJson.Default.ReplyRecord);

    public static ReplyRecord? Read(ReadOnlyMemory<byte> content) => JsonSerializer.Deserialize(content.Span, StateJson.Default.ReplyRecord);
}
