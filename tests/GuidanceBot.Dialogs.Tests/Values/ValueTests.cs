using System.Text;
using System.Text.Json;
using CsCheck;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Values;

public sealed class ValueTests
{
    private static readonly Gen<object?> Values = Gen.Recursive<object?>((depth, inner) =>
    {
        var leaf = Gen.OneOf(
            Gen.Const((object?)null),
            Gen.Bool.Select(b => (object?)b),
            Gen.Long.Select(n => (object?)n),
            Gen.Double.Where(double.IsFinite).Select(x => (object?)x),
            Gen.String.Where(IsText).Select(s => (object?)s));
        return depth >= 3 ? leaf : Gen.OneOf(
            leaf,
            inner.Array[0, 4].Select(a => (object?)a.ToList()),
            Gen.Select(Gen.String.Where(IsText), inner).Array[0, 12].Select(pairs =>
            {
                var o = new DialogObject();
                foreach (var (name, value) in pairs)
                {
                    o.SetExactly(name, value);
                }

                return (object?)o;
            }));
    });

    [Fact]
    public void A_value_written_and_read_gives_the_same_bytes_and_the_same_value()
    {
        Values.Sample(value =>
        {
            var bytes = ValueJson.ToUtf8(value);
            var again = ValueJson.Parse(bytes);

            Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(ValueJson.ToUtf8(again)));
            Assert.True(Value.AreEqual(value, again));
            Assert.True(Value.AreEqual(value, LenientJson.Parse(ValueText.Json(value))));
            using var document = JsonDocument.Parse(bytes);
            Assert.True(Value.AreEqual(value, ValueJson.From(document.RootElement)));
        }, iter: 500);
    }

    [Fact]
    public void A_clone_is_equal_and_shares_nothing()
    {
        Values.Sample(value =>
        {
            var clone = Value.Clone(value);
            Assert.True(Value.AreEqual(value, clone));
            if (clone is DialogObject o)
            {
                o["added"] = 1L;
                Assert.False(Value.AreEqual(value, clone));
            }
        }, iter: 200);
    }

    [Theory]
    [InlineData("{a: 1, 'b': \"c\", d: [1, 2.0,], /* no */ e: null, // no\n}", "{\"a\":1,\"b\":\"c\",\"d\":[1,2.0],\"e\":null}")]
    [InlineData("  'it\\'s \\u00e9'  ", "\"it's é\"")]
    [InlineData("-1.5e3", "-1500.0")]
    [InlineData("True", null)]
    [InlineData("{a}", null)]
    [InlineData("[1", null)]
    [InlineData("'a", null)]
    [InlineData("1 2", null)]
    [InlineData("", null)]
    [InlineData("'\\x'", null)]
    public void Json_as_authors_write_it_is_read(string text, string? expected)
    {
        Assert.Equal(expected is not null, LenientJson.TryParse(text, out var value));
        if (expected is not null)
        {
            Assert.Equal(expected, ValueText.Json(value));
        }
    }

    [Fact]
    public void Deep_json_is_refused()
    {
        Assert.False(LenientJson.TryParse(new string('[', 100_000), out _));
        Assert.ThrowsAny<JsonException>(() => ValueJson.Parse(Encoding.UTF8.GetBytes(new string('[', 100_000))));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("a", "a")]
    [InlineData(true, "True")]
    [InlineData(12L, "12")]
    [InlineData(2.0, "2")]
    [InlineData(2.5, "2.5")]
    public void A_value_has_a_text(object? value, string text)
    {
        Assert.Equal(text, ValueText.Of(value));
        Assert.Equal(text, Appended(value));
    }

    [Fact]
    public void Properties_are_found_without_regard_to_case_in_small_and_large_objects()
    {
        foreach (var count in new[] { 1, 8, 9, 40 })
        {
            var o = new DialogObject();
            for (var i = 0; i < count; i++)
            {
                o[$"Name{i}"] = (long)i;
            }

            o["NAME0"] = "changed";

            Assert.Equal(count, o.Count);
            Assert.Equal("changed", o["name0"]);
            Assert.Equal("Name0", o.At(0).Key);
            Assert.True(o.TryGetValue("nAmE0".AsSpan(), out _));
            Assert.True(o.Remove("name0"));
            Assert.False(o.ContainsKey("Name0"));
            Assert.Equal(count - 1, o.Select(p => p.Key).Count());
            Assert.Null(o["Name0"]);
        }
    }

    [Fact]
    public void Names_that_differ_in_case_only_stay_two_when_they_come_as_two()
    {
        var o = (DialogObject)ValueJson.Parse("{\"a\":1,\"A\":2}"u8)!;

        Assert.Equal((1L, 2L), (o["a"], o["A"]));
        Assert.Equal("{\"a\":1,\"A\":2}", ValueText.Json(o));
    }

    [Fact]
    public void Small_numbers_and_booleans_are_boxed_once()
    {
        Assert.Same(Box.Of(7L), Box.Of(7L));
        Assert.Same(Box.Of(true), Box.Of(1 < 2));
        Assert.Same(Box.Of(7L), Box.Normalize(7));
        Assert.Equal(1.5, Box.Normalize(1.5m));
    }

    private static bool IsText(string text) => !text.Any(char.IsSurrogate);

    private static string Appended(object? value)
    {
        var target = new StringBuilder();
        ValueText.Append(target, value);
        return target.ToString();
    }
}
