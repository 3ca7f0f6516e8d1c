using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Turns.Exports;

namespace GuidanceBot.Turns.Drafts;

/// <summary>The saved answers of a guided conversation: values that its questions offer, and nothing that was typed.</summary>
/// <param name="Edition">The edition of the questions when it was saved.</param>
/// <param name="SavedAt">When.</param>
/// <param name="Parts">By the names in the dialogs' memory: the pathway itself, and those gone through as a part of it.</param>
internal sealed record Draft(string Edition, DateTimeOffset SavedAt, IReadOnlyDictionary<string, DraftPart> Parts)
{
    /// <summary>As deep as the dialogs' stack may be.</summary>
    private const int MostDepth = 512;

    /// <returns>Null when nothing is answered.</returns>
    public static Draft? Of(PathwayDefinition definition, PathwayMemory memory, PathwayDefinitions definitions, DateTimeOffset now)
    {
        var parts = new Dictionary<string, DraftPart>(StringComparer.Ordinal);
        foreach (var (key, value) in memory.Conversation)
        {
            if (value is DialogObject pathway
                && (key == definition.Key || pathway["partOf"] is string whole && whole == definition.Key)
                && definitions.FindKey(key) is { } part)
            {
                parts[key] = DraftPart.Of(part, pathway);
            }
        }

        return parts.TryGetValue(definition.Key, out var own) && own.Answers.Count > 0 ? new Draft(definition.Edition, now, parts) : null;
    }

    /// <returns>Null when it is not one that this program writes.</returns>
    public static Draft? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DraftJson.Default.Draft);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DraftJson.Default.Draft);

    /// <summary>Puts the answers back into what the dialogs keep, so that beginning the pathway goes on with them.</summary>
    /// <param name="state">What the dialogs keep now.</param>
    /// <param name="definitions">What is asked now: an answer to a question that is no more, or that it no longer offers, stays out.</param>
    public byte[] PutInto(byte[] state, PathwayDefinitions definitions)
    {
        var root = (state.Length == 0 ? null : JsonNode.Parse(state, documentOptions: new JsonDocumentOptions { MaxDepth = MostDepth }) as JsonObject) ?? new JsonObject { ["v"] = 1 };
        if (root["conversation"] is not JsonObject conversation)
        {
            root["conversation"] = conversation = [];
        }

        foreach (var (key, part) in Parts)
        {
            if (definitions.FindKey(key) is { } definition)
            {
                conversation[key] = part.ToMemory(definition);
                if (conversation["stack"] is JsonArray stack)
                {
                    conversation["stack"] = new JsonArray([.. stack.Where(at => at?.GetValue<string>() != key).Select(at => at?.DeepClone())]);
                }
            }
        }

        conversation.Remove("paused");
        var written = new ArrayBufferWriter<byte>(state.Length + 1024);
        using (var writer = new Utf8JsonWriter(written, new JsonWriterOptions { MaxDepth = MostDepth }))
        {
            root.WriteTo(writer);
        }

        return written.WrittenSpan.ToArray();
    }

    /// <summary>The questions whose saved answers no longer fit.</summary>
    public IReadOnlyList<string> NoLongerAsked(PathwayDefinitions definitions) =>
    [
        .. Parts.SelectMany(part => part.Value.Answers.Where(answer => definitions.FindKey(part.Key) is not { } definition || !definition.Takes(answer.Key, answer.Value))
            .Select(answer => definitions.FindKey(part.Key)?.Find(answer.Key)?.Label ?? answer.Key)),
    ];
}

/// <param name="Answers">By question.</param>
/// <param name="From">The pathway that led here, or null.</param>
/// <param name="PartOf">The pathway that it is a part of, or null.</param>
/// <param name="Done">It has come to its end, within that pathway.</param>
/// <param name="Reached">What its last run reached; only of one that is done.</param>
/// <param name="Flags">By question; only of one that is done.</param>
/// <param name="Band">The prompt for the whole; only of one that is done.</param>
internal sealed record DraftPart(
    IReadOnlyDictionary<string, string> Answers,
    string? From,
    string? PartOf,
    bool Done,
    IReadOnlyList<string> Reached,
    IReadOnlyDictionary<string, string> Flags,
    string? Band)
{
    private static readonly string[] Colours = ["red", "amber", "unknown", "none"];

    /// <summary>Only what the definition knows: a text that came in from outside has no way into it.</summary>
    public static DraftPart Of(PathwayDefinition definition, DialogObject pathway)
    {
        var done = pathway["done"] is true;
        return new DraftPart(
            Texts(pathway["answers"]).Where(answer => definition.Takes(answer.Key, answer.Value)).ToDictionary(),
            Name(pathway["from"]),
            Name(pathway["partOf"]),
            done,
            done ? [.. (pathway["reached"] as List<object?> ?? []).OfType<string>().Where(question => definition.Find(question) is not null)] : [],
            done ? Texts(pathway["flags"]).Where(flag => definition.Find(flag.Key) is not null && Colours.Contains(flag.Value)).ToDictionary() : new Dictionary<string, string>(),
            done ? Name(pathway["band"]) : null);
    }

    public JsonObject ToMemory(PathwayDefinition definition)
    {
        var answers = Answers.Where(answer => definition.Takes(answer.Key, answer.Value)).ToArray();
        var memory = new JsonObject { ["opened"] = true, ["answers"] = Object(answers), ["told"] = Object(answers) };
        if (From is not null)
        {
            memory["from"] = From;
        }

        if (PartOf is not null)
        {
            memory["partOf"] = PartOf;
        }

        if (Done)
        {
            memory["done"] = true;
            memory["reached"] = new JsonArray([.. Reached.Select(question => (JsonNode?)question)]);
            memory["flags"] = Object(Flags);
            memory["band"] = Band;
        }

        return memory;
    }

    /// <summary>A name that the dialogs gave: one short word.</summary>
    private static string? Name(object? value) => value is string { Length: > 0 and <= 30 } name && name.All(char.IsAsciiLetter) ? name : null;

    private static IEnumerable<KeyValuePair<string, string>> Texts(object? value) => (value as DialogObject ?? [])
        .Where(pair => pair.Value is string)
        .Select(pair => KeyValuePair.Create(pair.Key, (string)pair.Value!));

    private static JsonObject Object(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var made = new JsonObject();
        foreach (var (name, value) in pairs)
        {
            made[name] = value;
        }

        return made;
    }
}

/// <summary>The JSON of drafts, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Draft))]
internal sealed partial class DraftJson : JsonSerializerContext;
