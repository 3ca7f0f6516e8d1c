using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns;

/// <summary>The guided conversations that can be begun here, by the name a passage gives them.</summary>
/// <remarks>A passage may name one that is not installed: it is then not offered.</remarks>
public sealed class PathwayCatalogue(IEnumerable<string> names)
{
    private readonly HashSet<string> _names = [.. names];

    /// <summary>The line that offers it; empty when there is none to offer.</summary>
    public string Offer(string? pathway, BotWording wording) =>
        pathway is not null && _names.Contains(pathway) ? wording.Say("PathwayOffer", ("pathway", pathway)) : "";
}
