using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.CommandLine;

/// <summary>A reply as JSON, for <c>ask --json</c> and <c>evaluate --json</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Reply))]
internal sealed partial class ReplyJson : JsonSerializerContext
{
    /// <summary>The same, readable by people: no escapes for apostrophes and dashes.</summary>
    public static ReplyJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
