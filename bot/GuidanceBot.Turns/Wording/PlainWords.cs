using System.Text;

namespace GuidanceBot.Turns.Wording;

/// <summary>A text as its bare words, for comparing what people type with the phrases of <c>bot/wording</c>.</summary>
public static class PlainWords
{
    /// <returns>Lower-case letters and digits; everything else is one space between words, apostrophes are left out.</returns>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Whether the words of a phrase stand in a text, whole and next to each other. Both are given as bare words.</summary>
    public static bool Contains(string plain, string phrase)
    {
        for (var at = plain.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || plain[at - 1] == ' ') && (end == plain.Length || plain[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text begins with the words of a phrase.</summary>
    public static bool StartsWith(string plain, string phrase) =>
        plain.StartsWith(phrase, StringComparison.Ordinal) && (plain.Length == phrase.Length || plain[phrase.Length] == ' ');
}
