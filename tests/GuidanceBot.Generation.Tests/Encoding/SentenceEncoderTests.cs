using System.Numerics.Tensors;
using System.Text.Json;
using GuidanceBot.Generation.Encoding;

namespace GuidanceBot.Generation.Tests.Encoding;

/// <summary>Against vectors that the reference implementation (energetic-ai 0.2.0 on TensorFlow.js, Node 20) gave for our own sentences.</summary>
public sealed class SentenceEncoderTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("GUIDANCEBOT_TEST_ENCODER") ?? "model";

    private static readonly Lazy<SentenceEncoder> Encoder = new(() => SentenceEncoder.Open(Folder));

    private static readonly Reference[] References = JsonSerializer.Deserialize<Reference[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Encoding", "reference.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<int> Sentences => [.. Enumerable.Range(0, References.Length)];

    public static bool HasWeights => EncoderPackage.IsIn(Folder);

    [Theory(Skip = Missing, SkipUnless = nameof(HasWeights))]
    [MemberData(nameof(Sentences))]
    public void A_text_is_cut_as_the_reference_cuts_it(int sentence) =>
        Assert.Equal(References[sentence].Tokens, Encoder.Value.Pieces(References[sentence].Text));

    [Theory(Skip = Missing, SkipUnless = nameof(HasWeights))]
    [MemberData(nameof(Sentences))]
    public void A_vector_equals_the_reference(int sentence)
    {
        var vector = Encoder.Value.Encode(References[sentence].Text);

        Assert.InRange(TensorPrimitives.CosineSimilarity(vector, References[sentence].Vector), 0.9999f, 1.0001f);
    }

    [Theory(Skip = Missing, SkipUnless = nameof(HasWeights))]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\ud83d")]
    [InlineData("\ud83d\ude00\ud83d\ude00")]
    public void An_odd_text_has_a_vector_of_numbers(string text)
    {
        var vector = Encoder.Value.Encode(text);

        Assert.Equal(SentenceEncoder.Dimensions, vector.Length);
        Assert.All(vector, number => Assert.True(float.IsFinite(number)));
    }

    [Fact(Skip = Missing, SkipUnless = nameof(HasWeights))]
    public void Words_beyond_the_128th_piece_are_not_read()
    {
        var full = string.Join(' ', Enumerable.Repeat("sleep", 200));

        Assert.Equal(Encoder.Value.Encode(full), Encoder.Value.Encode(full + " and something else"));
    }

    private const string Missing = "The encoder's weights are not here: run 'guidancebot model fetch' and set GUIDANCEBOT_TEST_ENCODER to their folder.";

    private sealed record Reference(string Text, int[] Tokens, float[] Vector);
}
