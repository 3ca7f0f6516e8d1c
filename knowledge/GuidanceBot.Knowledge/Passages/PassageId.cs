using System.Diagnostics.CodeAnalysis;

namespace GuidanceBot.Knowledge.Passages;

/// <summary>Names one passage of the guidance: a document and the heading the passage stands under.</summary>
/// <remarks>
/// Written <c>document#heading</c>, for example <c>sofas#is-it-safe-to-fall-asleep-with-a-baby-on-a-sofa</c>. The document is
/// the name of a file in <c>knowledge/corpus</c> without its ending; the heading is its words in lower case joined by hyphens.
/// A passage keeps its id while its words change, so an id in a record can be looked up later.
/// </remarks>
public sealed record PassageId
{
    private PassageId(string document, string heading) => (Document, Heading) = (document, heading);

    public string Document { get; }

    public string Heading { get; }

    /// <exception cref="FormatException"><paramref name="text"/> is not of the form <c>document#heading</c>.</exception>
    public static PassageId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException($"'{text}' is not a passage id. Write document#heading, e.g. 'information-sharing#consent'.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PassageId? id)
    {
        id = text?.Split('#') is [{ Length: > 0 } document, { Length: > 0 } heading]
            ? new PassageId(document, heading)
            : null;
        return id is not null;
    }

    public override string ToString() => $"{Document}#{Heading}";
}
