using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State.Outbox;
using GuidanceBot.State.Retention;
using GuidanceBot.State.Secrets;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.State.Transactions;

/// <summary>Makes the records of a turn: keys from its activity, encrypted payloads from what it leaves.</summary>
internal sealed class TurnRecords(Pseudonyms pseudonyms, Seal seal, Erasure erasure)
{
    public TurnKeys KeysOf(Activity activity)
    {
        var conversation = pseudonyms.OfConversation(activity.ChannelId, activity.Conversation.Id ?? "");
        var person = PersonKey.Of(activity) is { } who ? pseudonyms.OfPerson(who.ChannelId, who.TenantId, who.Id) : (Guid?)null;
        // Edits, deletions and reactions carry the id of the message that they are about.
        var change = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction
            ? $"{activity.Type} {activity.Timestamp?.UtcTicks}"
            : "";
        return new TurnKeys(
            conversation,
            activity.Conversation.ConversationType is null or ConversationTypes.Personal ? person : null,
            activity.Id is { Length: > 0 } id ? pseudonyms.OfActivity(conversation, id, change) : null);
    }

    public TurnEnding End(TurnUnit unit, TurnContext outside, TurnContext inside, IReadOnlyList<CapturedReply> replies, bool canDeliver)
    {
        var to = outside.Reference;
        var key = unit.Keys.Conversation;
        var inAnswer = outside.Activity.ExpectsReplies;
        var (address, digest) = AddressOf(to);
        var isNew = digest != unit.Loaded.AddressDigest;
        return new TurnEnding(
            inAnswer ? [] : [.. replies.Select(reply => seal.Close(RecordKind.Reply, key, RecordOf(reply, to).Write()))],
            canDeliver,
            AnswerOf(unit, inAnswer ? replies : [], inside.InvokeResponse, to),
            isNew ? seal.Close(RecordKind.Address, key, address) : null,
            isNew ? digest : null);
    }

    /// <summary>Says again what was said in the HTTP answer: the caller did not hear it.</summary>
    public async Task RepeatAsync(TurnKeys keys, byte[]? payload, TurnContext context, CancellationToken cancellationToken)
    {
        var answer = payload is null
            ? null
            : JsonSerializer.Deserialize(seal.Open(RecordKind.Answer, keys.Activity!.Value, payload).Span, StateJson.Default.KeptAnswer);
        foreach (var body in answer?.Replies ?? [])
        {
            await context.SendActivityAsync(OutgoingActivity.FromWritten(body), cancellationToken);
        }

        context.InvokeResponse = answer?.InvokeStatus is { } status
            ? new InvokeResponse(status, answer.InvokeBody is { } json ? JsonNode.Parse(json) : null)
            : context.Activity.IsInvoke ? InvokeResponse.Done : null;
    }

    public Task EraseAsync(CancellationToken cancellationToken) => erasure.EraseAsync(cancellationToken);

    private static ReplyRecord RecordOf(CapturedReply reply, ConversationReference to) =>
        new(reply.Kind, reply.ActivityId, reply.Activity is { OnlyForUser: true } ? to with { OnlyForUser = true } : to, reply.Activity?.Write(to) ?? []);

    private byte[]? AnswerOf(TurnUnit unit, IReadOnlyList<CapturedReply> replies, InvokeResponse? invoke, ConversationReference to)
    {
        if (unit.Keys.Activity is not { } activity || (replies.Count == 0 && invoke is null))
        {
            return null;
        }

        var answer = new KeptAnswer(
            [.. replies.Where(reply => reply.Kind == ReplyKind.Send).Select(reply => reply.Activity!.Write(to))],
            invoke?.Status,
            invoke?.Body?.ToJsonString());
        return seal.Close(RecordKind.Answer, activity, JsonSerializer.SerializeToUtf8Bytes(answer, StateJson.Default.KeptAnswer));
    }

    private (byte[] Address, Guid Digest) AddressOf(ConversationReference reference)
    {
        var address = JsonSerializer.SerializeToUtf8Bytes(reference.ForNewMessage() with { Locale = null }, StateJson.Default.ConversationReference);
        return (address, pseudonyms.OfContent(address));
    }
}
