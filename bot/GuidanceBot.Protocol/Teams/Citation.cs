using System.Globalization;

namespace GuidanceBot.Protocol.Teams;

/// <summary>The source of a statement. The text must hold <see cref="Mark"/> where the statement is.</summary>
public sealed record Citation
{
    /// <summary>The longest name Teams shows, in UTF-16 code units.</summary>
    public const int LongestName = 80;

    /// <summary>The longest abstract Teams shows, in UTF-16 code units.</summary>
    public const int LongestAbstract = 160;

    public const int MostKeywords = 3;

    public const int LongestKeyword = 28;

    /// <param name="position">1 or more; the number in the text.</param>
    /// <param name="name">The title of the source; cut with an ellipsis when it is too long.</param>
    /// <param name="abstract">A line from the source; cut likewise. Required: the Playground refuses a citation without it.</param>
    /// <exception cref="ArgumentException">The position is under 1, or the name or abstract is empty.</exception>
    public Citation(int position, string name, string @abstract)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(@abstract);
        (Position, Name, Abstract) = (position, Cut(name, LongestName), Cut(@abstract, LongestAbstract));
    }

    public int Position { get; }

    public string Name { get; }

    public string Abstract { get; }

    /// <summary>Where the source can be read: https, or null.</summary>
    public Uri? Url
    {
        get;
        init => field = value is null or { IsAbsoluteUri: true, Scheme: "https" }
            ? value
            : throw new ArgumentException("A citation links to an https address.", nameof(value));
    }

    /// <summary>At most <see cref="MostKeywords"/>, each cut to <see cref="LongestKeyword"/>; the rest is dropped.</summary>
    public IReadOnlyList<string> Keywords
    {
        get;
        init => field = [.. value.Take(MostKeywords).Select(word => Cut(word, LongestKeyword))];
    } = [];

    /// <summary>How the text refers to it: <c>[1]</c>.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"[{Position}]");

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Not between the halves of one character.
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
