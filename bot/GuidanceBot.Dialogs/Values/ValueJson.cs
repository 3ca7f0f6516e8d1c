using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GuidanceBot.Dialogs.Values;

/// <summary>Values as UTF-8 JSON: for stored state and for activities. What was written reads back to the same bytes.</summary>
public static class ValueJson
{
    /// <summary>The deepest nesting read or written.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
        SkipValidation = false,
    };

    private static readonly JsonReaderOptions ReaderOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <exception cref="JsonException">The bytes are not one JSON value; comments and trailing commas are let pass.</exception>
    public static object? Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        if (!reader.Read())
        {
            throw new JsonException("There is no JSON value.");
        }

        var value = Read(ref reader);
        return reader.Read() ? throw new JsonException("There is something after the JSON value.") : value;
    }

    /// <summary>Reads the value that the reader stands on and leaves the reader on its last token.</summary>
    public static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return Box.True;
            case JsonTokenType.False:
                return Box.False;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole) ? Box.Of(whole) : Box.Of(reader.GetDouble());
            case JsonTokenType.StartArray:
                var list = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(Read(ref reader));
                }

                return list;
            case JsonTokenType.StartObject:
                var o = new DialogObject();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    o.SetExactly(name, Read(ref reader));
                }

                return o;
            default:
                throw new JsonException($"A value cannot begin with {reader.TokenType}.");
        }
    }

    /// <summary>A <see cref="JsonElement"/> of System.Text.Json as a value.</summary>
    public static object? From(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.True:
                return Box.True;
            case JsonValueKind.False:
                return Box.False;
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out var whole) ? Box.Of(whole) : Box.Of(element.GetDouble());
            case JsonValueKind.Array:
                var list = new List<object?>(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    list.Add(From(item));
                }

                return list;
            case JsonValueKind.Object:
                var o = new DialogObject();
                foreach (var property in element.EnumerateObject())
                {
                    o.SetExactly(property.Name, From(property.Value));
                }

                return o;
            default:
                return null;
        }
    }

    public static byte[] ToUtf8(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            Write(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string s:
                writer.WriteStringValue(s);
                break;
            case bool b:
                writer.WriteBooleanValue(b);
                break;
            case long n:
                writer.WriteNumberValue(n);
                break;
            case double x:
                writer.WriteRawValue(ValueText.Number(x), skipInputValidation: true);
                break;
            case DialogObject o:
                writer.WriteStartObject();
                foreach (var (name, inner) in o)
                {
                    writer.WritePropertyName(name);
                    Write(writer, inner);
                }

                writer.WriteEndObject();
                break;
            case List<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            default:
                writer.WriteStringValue(ValueText.Of(value));
                break;
        }
    }
}
