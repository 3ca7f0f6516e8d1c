using System.Text.RegularExpressions;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Regular expressions of content: without backtracking where that is possible, else with a time limit.</summary>
internal static class SafeRegex
{
    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    public static Regex Of(string pattern, bool ignoreCase, TimeSpan timeout)
    {
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, timeout);
        }
    }
}
