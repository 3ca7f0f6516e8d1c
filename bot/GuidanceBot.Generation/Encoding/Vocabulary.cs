using System.Text;
using System.Text.Json;

namespace GuidanceBot.Generation.Encoding;

/// <summary>Cuts a text into the pieces that the encoder knows: the likeliest cut under a unigram language model.</summary>
/// <remarks>
/// The method is SentencePiece's (Kudo, "Subword Regularization", 2018). It follows the reference implementation of the weights also where
/// that is peculiar: an unknown symbol costs nothing, and neighbouring unknown symbols count as one.
/// </remarks>
internal sealed class Vocabulary
{
    private const char WordStart = '\u2581';
    private const int Reserved = 6;
    private const int Unknown = 0;

    private readonly Dictionary<string, (double Score, int Id)> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (double Score, int Id)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int[] _lengths;
    private readonly int _longest;

    private Vocabulary(JsonElement pieces)
    {
        _lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = new int[pieces.GetArrayLength()];
        var id = 0;
        foreach (var piece in pieces.EnumerateArray())
        {
            var text = piece[0].GetString()!;
            _lengths[id] = text.EnumerateRunes().Count();
            if (id >= Reserved)
            {
                // A score that is null counts as 0, as in the reference.
                _pieces[text] = (piece[1].ValueKind == JsonValueKind.Number ? piece[1].GetDouble() : 0, id);
                _longest = Math.Max(_longest, _lengths[id]);
            }

            id++;
        }
    }

    public static Vocabulary Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return new Vocabulary(document.RootElement);
    }

    /// <returns>The pieces' numbers in order; 0 is an unknown stretch.</returns>
    public List<int> Cut(string text)
    {
        var normal = WellFormed(text).Normalize(NormalizationForm.FormKC);
        if (normal.Length == 0)
        {
            return [];
        }

        var written = WordStart + normal.Replace(' ', WordStart);
        var starts = SymbolStarts(written);
        var ends = LikeliestEnds(written, starts);
        return Walk(ends);
    }

    /// <summary>Half a surrogate pair cannot be normalised; what people paste may hold one.</summary>
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    private static List<int> SymbolStarts(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
        {
            starts.Add(at);
        }

        starts.Add(text.Length);
        return starts;
    }

    /// <returns>For each place after a symbol the piece that ends there on the likeliest way to it.</returns>
    private int[] LikeliestEnds(string text, List<int> starts)
    {
        var symbols = starts.Count - 1;
        var matches = new List<(int Start, double Score, int Id)>[symbols + 1];
        for (var end = 0; end <= symbols; end++)
        {
            matches[end] = [];
        }

        for (var start = 0; start < symbols; start++)
        {
            var known = false;
            for (var end = start + 1; end <= Math.Min(symbols, start + _longest); end++)
            {
                if (_lookup.TryGetValue(text.AsSpan(starts[start], starts[end] - starts[start]), out var piece))
                {
                    matches[end].Add((start, piece.Score, piece.Id));
                    known = true;
                }
            }

            if (!known)
            {
                matches[start + 1].Add((start, 0, Unknown));
            }
        }

        var best = new double[symbols + 1];
        var ends = new int[symbols + 1];
        for (var end = 1; end <= symbols; end++)
        {
            foreach (var (start, score, id) in matches[end])
            {
                var total = best[start] + score;
                if (best[end] == 0 || total >= best[end])
                {
                    (best[end], ends[end]) = (total, id);
                }
            }
        }

        return ends;
    }

    private List<int> Walk(int[] ends)
    {
        var pieces = new List<int>();
        for (var at = ends.Length - 1; at > 0; at -= Math.Max(1, _lengths[ends[at]]))
        {
            if (ends[at] != Unknown || pieces.Count == 0 || pieces[^1] != Unknown)
            {
                pieces.Add(ends[at]);
            }
        }

        pieces.Reverse();
        return pieces;
    }
}
