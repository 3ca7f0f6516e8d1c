using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuidanceBot.Protocol.Connector;

namespace GuidanceBot.Protocol.Activities;

/// <summary>The JSON of what arrives, generated at build time. What leaves is written by <see cref="ActivityWriter"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(IReadOnlyList<ChannelAccount>))]
[JsonSerializable(typeof(PagedMembersResult))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Nothing of a channel's is embedded in a page, so only what JSON itself needs is escaped.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
