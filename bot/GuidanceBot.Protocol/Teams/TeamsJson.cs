using System.Text.Json.Serialization;

namespace GuidanceBot.Protocol.Teams;

/// <summary>The JSON of the Teams types, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TeamsChannelData))]
[JsonSerializable(typeof(SubmitActionValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(MessagingExtensionQuery))]
[JsonSerializable(typeof(MessagingExtensionAction))]
[JsonSerializable(typeof(SearchInvokeValue))]
[JsonSerializable(typeof(FileConsentValue))]
internal sealed partial class TeamsJson : JsonSerializerContext;
