using System.Globalization;
using System.Text;

namespace GuidanceBot.Turns;

/// <summary>Makes what arrived into text that can be read: nothing invisible, one kind of space, a bounded length.</summary>
public static class MessageText
{
    /// <summary>Characters of a message that are read, UTF-16. The safety check sees no less: it runs on this text.</summary>
    /// <remarks>A long message is a story with a question in it; what comes after this limit is not read, and the reply says so.</remarks>
    public const int MaxLength = 8_000;

    /// <returns>The text without control, bidirectional and other format characters, spaces folded, cut at <see cref="MaxLength"/>.</returns>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        var space = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= MaxLength)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (!space)
                {
                    clean.Append(rune.Value == '\n' ? '\n' : ' ');
                    space = true;
                }
            }
            else if (IsReadable(rune))
            {
                clean.Append(rune);
                space = false;
            }
        }

        return clean.ToString().TrimEnd().Normalize(NormalizationForm.FormKC);
    }

    private static bool IsReadable(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
