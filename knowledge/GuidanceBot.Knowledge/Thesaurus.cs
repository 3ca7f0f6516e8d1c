namespace GuidanceBot.Knowledge;

/// <summary>What people call things: each entry leads from what they write to what is also searched.</summary>
public sealed record Thesaurus(IReadOnlyList<ThesaurusEntry> Entries)
{
    public static Thesaurus Empty { get; } = new([]);
}

/// <param name="From">Words or phrases that people write.</param>
/// <param name="To">Words or phrases that these also search.</param>
/// <param name="Both">The other way round as well.</param>
public sealed record ThesaurusEntry(IReadOnlyList<string> From, IReadOnlyList<string> To, bool Both);
