using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Searching.Meaning;

/// <summary>What every passage means: its heading and each question that people ask it.</summary>
/// <remarks>A passage for which nobody wrote such questions (an ingested one) has its text instead.</remarks>
internal sealed class PassageMeanings
{
    private readonly ITextMeaning? _meaning;
    private readonly float[][][] _questions;

    /// <param name="passages">In the order of the index.</param>
    /// <param name="meaning">The encoder.</param>
    /// <param name="cache">The file that keeps vectors between runs; null: none.</param>
    public PassageMeanings(IReadOnlyList<Passage> passages, ITextMeaning meaning, string? cache)
    {
        _meaning = meaning;
        var texts = TextsOf(passages);
        var kept = cache is null ? [] : MeaningFile.Read(cache);
        var keyed = texts.Select(text => (Text: text, Key: MeaningFile.KeyOf(meaning.Model, text))).ToList();
        var vectors = keyed.AsParallel().AsOrdered()
            .Select(text => (text.Text, text.Key, Vector: kept.GetValueOrDefault(text.Key) ?? meaning.Encode(text.Text))).ToList();
        if (cache is not null && (kept.Count != vectors.Count || !vectors.TrueForAll(vector => kept.ContainsKey(vector.Key))))
        {
            MeaningFile.Write(cache, vectors.ToDictionary(vector => vector.Key, vector => vector.Vector, StringComparer.Ordinal));
        }

        _questions = Arranged(passages, vectors.ToDictionary(vector => vector.Text, vector => vector.Vector, StringComparer.Ordinal));
    }

    /// <param name="passages">In the order of the index.</param>
    /// <param name="vectors">Of every one of <see cref="TextsOf"/>.</param>
    public PassageMeanings(IReadOnlyList<Passage> passages, IReadOnlyDictionary<string, float[]> vectors) => _questions = Arranged(passages, vectors);

    /// <summary>By passage: its heading's vector, then those of its questions.</summary>
    public IReadOnlyList<IReadOnlyList<float[]>> Vectors => _questions;

    /// <summary>All that is encoded of these passages, each text once.</summary>
    public static IReadOnlyList<string> TextsOf(IEnumerable<Passage> passages) => [.. passages.SelectMany(QuestionsOf).Distinct(StringComparer.Ordinal)];

    /// <summary>How near each passage is to a question.</summary>
    /// <param name="question">As it was asked.</param>
    /// <returns>By the passage's number: the best cosine, from -1 to 1.</returns>
    public double[] NearnessTo(string question) => NearnessTo((_meaning ?? throw new InvalidOperationException("The question must be encoded by whoever asks.")).Encode(question));

    /// <param name="asked">The question's vector, of length 1, by the encoder of the passages.</param>
    /// <inheritdoc cref="NearnessTo(string)"/>
    public double[] NearnessTo(float[] asked)
    {
        var near = new double[_questions.Length];
        for (var passage = 0; passage < near.Length; passage++)
        {
            var best = -1.0;
            foreach (var other in _questions[passage])
            {
                best = Math.Max(best, Cosine(asked, other));
            }

            near[passage] = best;
        }

        return near;
    }

    private static float[][][] Arranged(IReadOnlyList<Passage> passages, IReadOnlyDictionary<string, float[]> of) =>
        [.. passages.Select(passage => QuestionsOf(passage).Select(text => of[text]).ToArray())];

    private static IEnumerable<string> QuestionsOf(Passage passage) =>
        passage.Asked.Count > 0 ? [passage.Heading, .. passage.Asked] : [passage.Heading, $"{passage.Heading} {passage.Text}"];

    /// <summary>The vectors have length 1.</summary>
    internal static double Cosine(float[] one, float[] other)
    {
        var sum = System.Numerics.Vector<float>.Zero;
        var at = 0;
        for (; at <= one.Length - System.Numerics.Vector<float>.Count; at += System.Numerics.Vector<float>.Count)
        {
            sum += new System.Numerics.Vector<float>(one, at) * new System.Numerics.Vector<float>(other, at);
        }

        double total = System.Numerics.Vector.Sum(sum);
        for (; at < one.Length; at++)
        {
            total += one[at] * other[at];
        }

        return total;
    }
}
