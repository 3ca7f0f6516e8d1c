using System.Text.RegularExpressions;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>The words that files use for the values of an enumeration: <c>not-held</c> for <c>NotHeld</c>.</summary>
internal static partial class Words
{
    public static bool TryRead<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Of(candidate) == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static string Of<T>(T value)
        where T : struct, Enum => BeforeCapital().Replace(value.ToString(), "-").ToLowerInvariant();

    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex BeforeCapital();
}
