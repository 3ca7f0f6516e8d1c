using System.Text.RegularExpressions;

namespace GuidanceBot.Turns.Exports;

/// <summary>A line of the dialogs' wording, apart from the codes of its sources that stand in it.</summary>
/// <param name="Text">The words, without list mark and coloured dots: what they say, the words beside them say too.</param>
/// <param name="Codes">For example <c>S-NICE</c>; <c>ours</c> for a rule of our own.</param>
internal sealed partial record CodedLine(string Text, IReadOnlyList<string> Codes)
{
    /// <summary>The text with its codes in brackets behind it.</summary>
    public string WithCodes => Codes.Count == 0 ? Text : $"{Text} [{string.Join(", ", Codes)}]";

    public static CodedLine Read(string line)
    {
        var codes = Bracket().Matches(line).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries));
        var text = Spaces().Replace(Bracket().Replace(Dot().Replace(Mark().Replace(line, ""), ""), ""), " ").Trim();
        return new CodedLine(text, [.. codes.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The lines of a text that say something.</summary>
    public static IReadOnlyList<CodedLine> ReadAll(string text) =>
        [.. text.Split('\n').Select(Read).Where(line => line.Text.Length > 0)];

    [GeneratedRegex(@"\s*\[((?:S-[A-Z0-9-]+|ours)(?:, *(?:S-[A-Z0-9-]+|ours))*)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^\s*(?:- *)*", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?:🔴|🟠|🟢|⚪)\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Dot();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
