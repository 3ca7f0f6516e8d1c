using System.Text;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>A heading as it stands in an id or an address.</summary>
internal static class Slug
{
    /// <summary>Lower-case letters and digits joined by single hyphens; apostrophes vanish. Empty when nothing is left.</summary>
    public static string Of(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    public static bool IsOne(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
