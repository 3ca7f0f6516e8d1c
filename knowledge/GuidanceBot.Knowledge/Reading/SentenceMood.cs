using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Reads from a sentence's own words how binding it is and whether it limits the one before.</summary>
internal static partial class SentenceMood
{
    public static Modality ModalityOf(string sentence) =>
        Forbids().IsMatch(sentence) ? Modality.DoNot
        : Must().IsMatch(sentence) ? Modality.Must
        : Should().IsMatch(sentence) ? Modality.Should
        : May().IsMatch(sentence) ? Modality.May
        : Modality.None;

    /// <summary>Too many are better than too few: a limit that is left behind turns a rule into another one.</summary>
    public static bool QualifiesPrevious(string sentence, bool isListItem) =>
        Limits().IsMatch(sentence) || (!isListItem && Forbidding().IsMatch(sentence));

    /// <summary>"Do not" and "never" only where they command: "parents who do not agree" forbids nothing.</summary>
    [GeneratedRegex(
        """(?:^["“'(]?|[,;:–—(]\s*|\b(?:and|but|please|then|so|or|also)\s+)(?:do\s+not|don['’]t|never)\b|\b(?:must|should)\s+(?:not|never)\b|\b(?:must|should)n['’]t\b""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forbids();

    [GeneratedRegex("""\bmust\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Must();

    [GeneratedRegex("""\bshould\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Should();

    /// <summary>In lower case only: "May" is a month.</summary>
    [GeneratedRegex("""\bmay\b""", RegexOptions.CultureInvariant)]
    private static partial Regex May();

    [GeneratedRegex(
        """^["“'(]?(?:unless|except|exceptions?|the\s+(?:only\s+)?exceptions?|only|but|however|though|although|even|if\s+not|otherwise|instead|yet|still|that\s+said|in\s+that\s+case|nor|(?:this|that|it|they|these|those)\s+(?:is|are|does|do|must|should|may|can|will)\s*(?:not|n['’]t|only)\b|(?:this|that|it)\s+(?:only|never)\b|this\s+applies\b|the\s+(?:rule|limit|same)\b)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limits();

    [GeneratedRegex("""^["“'(]?(?:also\s+)?(?:do\s+not|don['’]t|never|no\b|not\b)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forbidding();
}
