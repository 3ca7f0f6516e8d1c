using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>What is said about documents when they are added to the library.</summary>
public sealed record IngestSettings
{
    public DocumentKind Kind { get; init; } = DocumentKind.Guidance;

    /// <summary>National unless said: a document is not taken for a local rule by default.</summary>
    public Area Area { get; init; } = Area.National;

    public IReadOnlyList<Audience> Audience { get; init; } = [Passages.Audience.Practitioner, Passages.Audience.Champion, Passages.Audience.Ambulance];

    /// <summary>Who answers for the document.</summary>
    public string Owner { get; init; } = "not stated";

    /// <summary>Where it was published, or null.</summary>
    public Uri? SourceUrl { get; init; }

    /// <summary>As the document dates itself.</summary>
    public string SourceDate { get; init; } = "undated";

    /// <summary>Null: a year after it was added.</summary>
    public DateOnly? ReviewBy { get; init; }
}

/// <summary>What became of one file.</summary>
/// <param name="Path">As it was given, or as it was found in a folder that was given.</param>
/// <param name="Added">What was added; null when it could not be read.</param>
/// <param name="Error">Why not; null when it was added.</param>
public sealed record IngestedFile(string Path, LibraryEntry? Added, ContentError? Error);
