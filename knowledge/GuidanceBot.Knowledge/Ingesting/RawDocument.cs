namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>What a file says, whatever its format, before it is cut into passages.</summary>
/// <param name="Title">What it calls itself; null when it does not.</param>
/// <param name="Blocks">Its headings, paragraphs and list items in reading order.</param>
internal sealed record RawDocument(string? Title, IReadOnlyList<RawBlock> Blocks);

/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words on one line, clean of marks.</param>
/// <param name="Page">The page it begins on, from 1; null where there are none.</param>
internal sealed record RawBlock(RawKind Kind, string Text, int? Page = null);

internal enum RawKind
{
    Heading,
    Paragraph,
    ListItem,
}
