using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns;

namespace GuidanceBot.State.Keeping;

/// <summary>A conversation as JSON. What a newer version added is not read by an older one, and what is missing is as in a new one.</summary>
internal static class ConversationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new PassageIds() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static byte[] Write(Conversation conversation) => JsonSerializer.SerializeToUtf8Bytes(conversation, Options);

    public static Conversation Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Conversation>(json, Options) ?? throw new JsonException("A conversation is not null.");

    private sealed class PassageIds : JsonConverter<PassageId>
    {
        public override PassageId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PassageId.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, PassageId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
