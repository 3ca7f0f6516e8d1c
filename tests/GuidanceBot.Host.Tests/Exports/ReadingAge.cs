using System.Text.RegularExpressions;

namespace GuidanceBot.Host.Tests.Exports;

/// <summary>The Flesch-Kincaid grade as a reading age in years: the grade and five.</summary>
internal static partial class ReadingAge
{
    public static double Of(string text)
    {
        var sentences = Sentence().Split(text).Select(sentence => Word().Count(sentence)).Where(words => words > 0).ToArray();
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        return (0.39 * words.Length / sentences.Length) + (11.8 * words.Sum(Syllables) / words.Length) - 15.59 + 5;
    }

    /// <summary>Groups of vowels; a silent e at the end is none, and neither is the e of most -es and -ed.</summary>
    public static int Syllables(string word)
    {
        var plain = word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        if (plain.Length <= 3)
        {
            return plain is "co" ? 2 : 1;
        }

        var count = Vowels().Count(plain);
        if ((plain.EndsWith('e') && !plain.EndsWith("le", StringComparison.Ordinal)) || SilentEnding().IsMatch(plain))
        {
            count--;
        }

        return Math.Max(1, count);
    }

    [GeneratedRegex(@"[.!?\n]+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'-]*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("([^aeiouylstdzxcg]|[aeiouy][ls])es$|[^td]ed$")]
    private static partial Regex SilentEnding();
}
