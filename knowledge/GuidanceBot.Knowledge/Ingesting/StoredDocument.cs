using System.Text.Json.Serialization;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>An ingested document as it lies in the library.</summary>
internal sealed record StoredDocument(
    string Id,
    string Title,
    DocumentKind Kind,
    Area Area,
    IReadOnlyList<Audience> Audience,
    string Owner,
    DateOnly Effective,
    DateOnly ReviewBy,
    string ApprovedBy,
    Uri? SourceUrl,
    string SourceDate,
    IReadOnlyList<StoredPassage> Passages);

internal sealed record StoredPassage(string Anchor, string Heading, IReadOnlyList<StoredBlock> Blocks, int? Page);

internal sealed record StoredBlock(string Text, bool IsListItem);

/// <summary>What the library holds: what is not listed here does not answer.</summary>
internal sealed record Manifest(int Version, IReadOnlyList<LibraryEntry> Documents)
{
    public const int CurrentVersion = 1;
}

/// <summary>One ingested document.</summary>
/// <param name="Id">The first half of its passages' ids.</param>
/// <param name="Title">What it calls itself.</param>
/// <param name="OriginalFile">The name of the file it was read from.</param>
/// <param name="Ingested">The day in England on which it was read.</param>
/// <param name="Passages">How many it was cut into.</param>
/// <param name="Sha256">Of its file in the library, in small letters: a file that was cut off or edited does not answer.</param>
public sealed record LibraryEntry(string Id, string Title, string OriginalFile, DateOnly Ingested, int Passages, string Sha256);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StoredDocument))]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class LibraryJson : JsonSerializerContext;
