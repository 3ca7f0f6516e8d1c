namespace GuidanceBot.Turns.Safety.Language;

/// <summary>How many slips of the finger lie between two words.</summary>
internal static class WordDistance
{
    /// <summary>Whether at most <paramref name="most"/> letters were added, left out, changed or swapped with the next.</summary>
    /// <remarks>Optimal string alignment, the restricted form of Damerau-Levenshtein (F. Damerau 1964; V. Levenshtein 1966).</remarks>
    public static bool IsWithin(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return false;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[b.Length] <= most;
    }
}
