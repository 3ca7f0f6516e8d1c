using Lucene.Net.Search.Similarities;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>BM25 that keeps the length of a passage exactly where it matters.</summary>
/// <remarks>
/// Lucene 4.8 keeps a length in one byte with three bits of precision: passages of 40 and 48 words look alike. Here 0 to 127 words
/// are exact; from there on the other half of the byte goes up in steps of 5 %, to 63,000 words.
/// </remarks>
internal sealed class ExactLengthBm25(double k1, double b) : BM25Similarity((float)k1, (float)b)
{
    private const int Exact = 128;
    private const double Step = 1.05;

    protected override byte EncodeNormValue(float boost, int fieldLength)
    {
        if (fieldLength < Exact)
        {
            return (byte)Math.Max(0, fieldLength);
        }

        var steps = (int)Math.Round(Math.Log(fieldLength / (double)Exact) / Math.Log(Step));
        return (byte)Math.Min(byte.MaxValue, Exact + steps);
    }

    protected override float DecodeNormValue(byte b) =>
        b < Exact ? b : (float)(Exact * Math.Pow(Step, b - Exact));
}
