using System.Text.Json;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>A JSON value together with the place where it stands, so that every error can point at it.</summary>
internal sealed class JsonSource
{
    private JsonSource(JsonTokenType type, object? scalar, int line, int column) =>
        (Type, Scalar, Line, Column) = (type, scalar, line, column);

    public JsonTokenType Type { get; }

    /// <summary>A string, bool, long, double or null; null also for objects and arrays.</summary>
    public object? Scalar { get; }

    public int Line { get; }

    public int Column { get; }

    public List<KeyValuePair<string, JsonSource>> Members { get; } = [];

    public List<JsonSource> Items { get; } = [];

    public bool IsObject => Type == JsonTokenType.StartObject;

    public bool IsArray => Type == JsonTokenType.StartArray;

    public static JsonSource EmptyObject { get; } = new(JsonTokenType.StartObject, null, 0, 0);

    /// <summary>Property names compare without case, as the SDK's reader does; of two equal names the last counts.</summary>
    public JsonSource? Member(string name) =>
        Members.FindLast(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public string? Kind => Member("$kind")?.Scalar as string;

    /// <summary>Reads UTF-8 JSON with comments, trailing commas and a byte-order mark allowed.</summary>
    public static JsonSource? Parse(ReadOnlySpan<byte> utf8, string file, List<ContentError> errors)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        var places = new Places(utf8);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = 256,
        });
        try
        {
            reader.Read();
            var value = Read(ref reader, utf8, places);
            reader.Read();
            return value;
        }
        catch (JsonException fault)
        {
            errors.Add(new ContentError(
                ContentErrorCodes.Json,
                file,
                (int)(fault.LineNumber ?? 0) + 1,
                (int)(fault.BytePositionInLine ?? 0) + 1,
                fault.Message.Split(" LineNumber:")[0]));
            return null;
        }
    }

    private static JsonSource Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, Places places)
    {
        var (line, column) = places.Of(utf8, (int)reader.TokenStartIndex);
        object? scalar = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble(),
            _ => null,
        };
        var source = new JsonSource(reader.TokenType, scalar, line, column);
        if (source.IsObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                source.Members.Add(new(name, Read(ref reader, utf8, places)));
            }
        }
        else if (source.IsArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                source.Items.Add(Read(ref reader, utf8, places));
            }
        }

        return source;
    }

    /// <summary>Byte offsets to lines and columns.</summary>
    private sealed class Places
    {
        private readonly List<int> _lineStarts = [0];

        public Places(ReadOnlySpan<byte> utf8)
        {
            for (var at = 0; at < utf8.Length; at++)
            {
                if (utf8[at] == (byte)'\n')
                {
                    _lineStarts.Add(at + 1);
                }
            }
        }

        public (int Line, int Column) Of(ReadOnlySpan<byte> utf8, int offset)
        {
            var found = _lineStarts.BinarySearch(offset);
            var line = found >= 0 ? found : ~found - 1;
            var start = _lineStarts[line];
            return (line + 1, System.Text.Encoding.UTF8.GetCharCount(utf8[start..offset]) + 1);
        }
    }
}
