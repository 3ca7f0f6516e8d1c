using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Teams;

/// <summary>The one <c>https://schema.org/Message</c> entity of a message: its citations, and whether a model wrote it.</summary>
/// <remarks>Teams answers 400 to a second one, to more than 20 citations, and to a position used twice; so these cannot be made.</remarks>
public sealed record MessageEntity : OutgoingEntity
{
    /// <summary>The most citations Teams takes. The Agents Playground takes <see cref="MostCitationsInPlayground"/>.</summary>
    public const int MostCitations = 20;

    public const int MostCitationsInPlayground = 10;

    /// <exception cref="ArgumentException">Too many citations, or two with one position.</exception>
    public MessageEntity(IReadOnlyList<Citation> citations, bool aiGenerated = false)
    {
        ArgumentNullException.ThrowIfNull(citations);
        if (citations.Count > MostCitations)
        {
            throw new ArgumentException($"A message has at most {MostCitations} citations, not {citations.Count}.", nameof(citations));
        }

        if (citations.DistinctBy(citation => citation.Position).Count() != citations.Count)
        {
            throw new ArgumentException("Two citations have the same position.", nameof(citations));
        }

        (Citations, AiGenerated) = (citations, aiGenerated);
    }

    public IReadOnlyList<Citation> Citations { get; }

    /// <summary>Shows "AI generated". Only for text that a model worded.</summary>
    public bool AiGenerated { get; }

    public override string ToString() => nameof(MessageEntity);
}
