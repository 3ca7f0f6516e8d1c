using System.Text;
using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Makes words out of files fit to be shown and searched: no invisible characters, no joined letters, single spaces.</summary>
internal static class CleanText
{
    private const char SoftHyphen = '\u00AD';

    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case SoftHyphen or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\uFFFD':
                    break;
                case '\uFB00':
                    clean.Append("ff");
                    break;
                case '\uFB01':
                    clean.Append("fi");
                    break;
                case '\uFB02':
                    clean.Append("fl");
                    break;
                case '\uFB03':
                    clean.Append("ffi");
                    break;
                case '\uFB04':
                    clean.Append("ffl");
                    break;
                default:
                    if (char.IsWhiteSpace(c) || (char.IsControl(c) && !StrictText.IsInvisible(c)))
                    {
                        AppendSpace(clean);
                    }
                    else if (!StrictText.IsInvisible(c))
                    {
                        clean.Append(c);
                    }

                    break;
            }
        }

        return clean.ToString().Trim();
    }

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }
}
