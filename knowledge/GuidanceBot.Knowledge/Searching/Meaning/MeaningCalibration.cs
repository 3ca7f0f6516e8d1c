namespace GuidanceBot.Knowledge.Searching.Meaning;

/// <summary>Finds what an encoder's nearness is worth from the guidance itself: how near a heading is to the questions of its own passage, and to others.</summary>
/// <remarks>
/// Encoders differ in what they call near. So nearness is measured from what a passage has that is not meant (0) to what the one that is meant has (1), and that
/// counts <see cref="Share"/> of a full match by words: the share that gained on public collections, and that the parameters measured for the local
/// encoder come to (<c>knowledge/decisions/0011-an-encoder-over-the-network.md</c>). An encoder that cannot find a heading's own passage counts nothing.
/// </remarks>
internal static class MeaningCalibration
{
    /// <summary>What full nearness adds to the confidence, no unit.</summary>
    private const double Share = 0.2;

    /// <summary>Where between the two nearness neither adds nor takes.</summary>
    private const double PivotAt = 0.75;

    /// <summary>The share of headings whose own passage is nearest, for the local encoder; with fewer nearness counts less.</summary>
    private const double GoodHits = 0.2;

    private const double LeastHits = 0.05;

    private const int MostHeadings = 150;

    /// <param name="vectors">By passage: its heading's vector, then those of its questions.</param>
    /// <returns>Null when nearness is worth nothing: then the search goes by words.</returns>
    public static MeaningParameters? Of(IReadOnlyList<IReadOnlyList<float[]>> vectors)
    {
        var asked = Enumerable.Range(0, vectors.Count).Where(passage => vectors[passage].Count > 1).ToArray();
        var step = Math.Max(1, asked.Length / MostHeadings);
        var sample = asked.Where((_, index) => index % step == 0).Take(MostHeadings).ToArray();
        if (sample.Length == 0 || asked.Length < 2)
        {
            return null;
        }

        var found = sample.AsParallel().AsOrdered().Select(passage => Nearness(vectors, asked, passage)).ToArray();
        var own = Median(found.Select(nearness => nearness.Own));
        var typical = Median(found.Select(nearness => nearness.Typical));
        var hits = found.Count(nearness => nearness.Own > nearness.Rival) / (double)found.Length;
        return hits < LeastHits || own <= typical
            ? null
            : MeaningParameters.Default with
            {
                Weight = Share * Math.Min(1, hits / GoodHits) / (own - typical),
                Pivot = typical + (PivotAt * (own - typical)),
            };
    }

    private static (double Own, double Rival, double Typical) Nearness(IReadOnlyList<IReadOnlyList<float[]>> vectors, int[] asked, int passage)
    {
        var heading = vectors[passage][0];
        double Best(int other) => vectors[other].Skip(1).Max(vector => PassageMeanings.Cosine(heading, vector));
        var others = asked.Where(other => other != passage).Select(Best).ToArray();
        return (Best(passage), others.Max(), Median(others));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
