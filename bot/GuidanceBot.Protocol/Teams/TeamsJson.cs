using System.Text.Json.Serialization;

namespace GuidanceBot.Protocol.Teams;

/// <summary>The JSON of the Teams types, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamsChannelData))]
internal sealed partial class TeamsJson : JsonSerializerContext;
