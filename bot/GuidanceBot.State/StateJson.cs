using System.Text.Json.Serialization;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.State.Outbox;
using GuidanceBot.State.Transactions;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.State;

/// <summary>The JSON of what is encrypted and kept. A field may be added; one that is there keeps its name and meaning.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReplyRecord))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(KeptAnswer))]
[JsonSerializable(typeof(Feedback))]
internal sealed partial class StateJson : JsonSerializerContext;
