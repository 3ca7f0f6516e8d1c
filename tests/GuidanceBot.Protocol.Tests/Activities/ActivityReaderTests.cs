using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Tests.Running;

namespace GuidanceBot.Protocol.Tests.Activities;

public sealed class ActivityReaderTests
{
    private static readonly Gen<JsonNode?> AnyValue = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3
        ? Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number))
        : Gen.OneOf(
            Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.String.AlphaNumeric.Select(text => (JsonNode?)JsonValue.Create(text)),
            inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray(items)),
            Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8], inner).Array[0, 3].Select(fields => (JsonNode?)Object(fields))));

    private static readonly Gen<(string Name, JsonNode? Value)[]> UnknownFields =
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8].Select(name => "x-" + name), AnyValue).Array[0, 4];

    [Fact]
    public void Fields_that_are_not_known_are_kept_wherever_they_are() =>
        Gen.Select(UnknownFields, UnknownFields, UnknownFields, UnknownFields).Sample((top, from, conversation, entity) =>
        {
            var json = Some.Message("https://smba.example/teams/");
            json["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["country"] = "GB" });
            Put(json, top);
            Put((JsonObject)json["from"]!, from);
            Put((JsonObject)json["conversation"]!, conversation);
            Put((JsonObject)json["entities"]![0]!, entity);
            json.Remove("timestamp");      // written in another form that means the same

            var again = JsonSerializer.SerializeToNode(Read(json.ToJsonString()), ActivityJson.Default.Activity);

            Assert.True(JsonNode.DeepEquals(json, again), $"{json.ToJsonString()}\n{again?.ToJsonString()}");
        });

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.Select(Gen.Byte.Array[0, 40], Gen.Int[0, 900], Gen.Int[0, 40]).Sample((noise, at, cut) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Some.Message("https://smba.example/").ToJsonString()).ToList();
            at = Math.Min(at, bytes.Count);
            bytes.RemoveRange(at, Math.Min(cut, bytes.Count - at));
            bytes.InsertRange(at, noise);

            var activity = ActivityReader.Read(new ReadOnlySequence<byte>([.. bytes]), out var fault);

            Assert.NotEqual(activity is null, fault is null);
        });

    [Fact]
    public void Sixty_four_levels_are_read_and_no_more()
    {
        var fits = Read(Nested(ActivityReader.MaxDepth - 1));
        var tooDeep = ActivityReader.Read(Bytes(Nested(ActivityReader.MaxDepth)), out var fault);

        Assert.NotNull(fits);
        Assert.Null(tooDeep);
        Assert.Contains("64", fault!.Message, StringComparison.Ordinal);

        static string Nested(int levels) =>
            $$"""{"type":"t","channelId":"c","serviceUrl":"s","conversation":{"id":"x"},"value":{{new string('[', levels)}}{{new string(']', levels)}}}""";
    }

    [Fact]
    public void A_body_in_pieces_is_read_like_one_in_one_piece()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + Some.Message("https://smba.example/", "Größe 🍼").ToJsonString());
        var first = new Piece(bytes.AsMemory(0, 3), null);
        var last = bytes.Skip(3).Chunk(7).Aggregate(first, (before, chunk) => new Piece(chunk, before));

        var activity = ActivityReader.Read(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length), out _);

        Assert.Equal("Größe 🍼", activity!.Text);
    }

    [Fact]
    public void Who_calls_is_not_taken_from_the_body()
    {
        var json = Some.Message("https://smba.example/");
        json["callerId"] = "urn:botframework:azure";

        Assert.DoesNotContain("callerId", Read(json.ToJsonString())!.Properties?.Keys ?? []);
    }

    [Theory]
    [InlineData("\"2026-11-24T10:00:00Z\"", true)]
    [InlineData("\"2026-11-24T10:00:00.1234567+01:00\"", true)]
    [InlineData("\"yesterday\"", false)]
    [InlineData("17", false)]
    [InlineData("{\"a\":[1]}", false)]
    [InlineData("null", false)]
    public void A_time_that_cannot_be_read_is_missing(string time, bool isRead)
    {
        var activity = Read($$"""{"type":"t","channelId":"c","serviceUrl":"s","conversation":{"id":"x"},"timestamp":{{time}},"text":"after"}""")!;

        Assert.Equal((isRead, "after"), (activity.Timestamp is not null, activity.Text));
    }

    [Fact]
    public void Nothing_about_people_is_in_what_may_be_logged()
    {
        var activity = Read(Some.Message("https://smba.example/", "private words").ToJsonString())!;
        object[] values = [activity, activity.From!, activity.Conversation, activity.GetConversationReference(), activity.CreateReply("private words")];

        Assert.All(values, value =>
        {
            Assert.DoesNotContain("private", $"{value}", StringComparison.Ordinal);
            Assert.DoesNotContain("29:person", $"{value}", StringComparison.Ordinal);
        });
    }

    private static Activity? Read(string json) => ActivityReader.Read(Bytes(json), out _);

    private static ReadOnlySequence<byte> Bytes(string json) => new(Encoding.UTF8.GetBytes(json));

    private static JsonObject Object((string Name, JsonNode? Value)[] fields)
    {
        var json = new JsonObject();
        Put(json, fields);
        return json;
    }

    private static void Put(JsonObject json, (string Name, JsonNode? Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            json[name] = value?.DeepClone();
        }
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is not null)
            {
                before.Next = this;
                RunningIndex = before.RunningIndex + before.Memory.Length;
            }
        }
    }
}
