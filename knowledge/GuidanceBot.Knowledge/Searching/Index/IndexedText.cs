namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>What of a passage is searched.</summary>
/// <param name="Heading">Empty when there is none.</param>
/// <param name="Names">Other names, each searched like the heading.</param>
/// <param name="About">The title and topics of its document.</param>
/// <param name="Body">Its text.</param>
internal sealed record IndexedText(string Heading, IReadOnlyList<string> Names, string About, string Body);
