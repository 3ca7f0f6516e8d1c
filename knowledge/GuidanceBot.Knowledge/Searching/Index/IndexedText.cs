namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>What of a passage is searched.</summary>
/// <param name="Heading">Empty when there is none.</param>
/// <param name="Names">Other names, each searched like the heading.</param>
/// <param name="Asked">Questions that people ask it, each for itself.</param>
/// <param name="About">The title and topics of its document.</param>
/// <param name="Body">Its text.</param>
internal sealed record IndexedText(string Heading, IReadOnlyList<string> Names, IReadOnlyList<string> Asked, string About, string Body);
