using System.Buffers;
using System.Text.Json;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Connector;

/// <summary>The bodies of the connector's calls and answers.</summary>
internal static class ConnectorBodies
{
    public static byte[] Activity(OutgoingActivity activity, ConversationReference to, string? replyToId)
    {
        using var json = JsonBuffer.Rent();
        ActivityWriter.Write(json.Writer, activity, to, replyToId);
        return json.ToArray();
    }

    public static byte[] NewConversation(ConversationParameters wanted, ConversationReference on)
    {
        using var buffer = JsonBuffer.Rent();
        var json = buffer.Writer;
        json.WriteStartObject();
        json.WriteBoolean("isGroup", wanted.ChannelId is not null);
        json.WriteString("tenantId", wanted.TenantId);
        WriteAccount(json, "bot", on.Bot?.Id);
        if (wanted.MemberId is { } member)
        {
            json.WriteStartArray("members");
            json.WriteStartObject();
            json.WriteString("id", member);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("channelData");
        WriteAccount(json, "tenant", wanted.TenantId);
        WriteAccount(json, "channel", wanted.ChannelId);
        json.WriteEndObject();
        if (wanted.Activity is { } first)
        {
            json.WritePropertyName("activity");
            var nowhere = new ConversationReference { Bot = on.Bot, ChannelId = on.ChannelId, Conversation = new() { Id = wanted.ChannelId } };
            ActivityWriter.Write(json, first, nowhere, replyToId: null);
        }

        json.WriteEndObject();
        return buffer.ToArray();
    }

    /// <summary>One text field at the top of an answer. Channels answer nothing, <c>{}</c> or HTML where an object is meant.</summary>
    public static string? TextIn(byte[] answer, ReadOnlySpan<byte> field)
    {
        var json = new Utf8JsonReader(answer);
        try
        {
            if (answer.Length == 0 || !json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var wanted = json.ValueTextEquals(field);
                json.Read();
                if (wanted)
                {
                    return json.TokenType == JsonTokenType.String ? json.GetString() : null;
                }

                json.Skip();
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary><c>{"error":{"code":…}}</c>, if the code is a plain word.</summary>
    public static string? ErrorCodeIn(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                && code.GetString() is { Length: > 0 and <= 64 } word && !word.AsSpan().ContainsAnyExcept(WordCharacters)
                ? word
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static void WriteAccount(Utf8JsonWriter json, string field, string? id)
    {
        if (id is not null)
        {
            json.WriteStartObject(field);
            json.WriteString("id", id);
            json.WriteEndObject();
        }
    }
}
