using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>The folder of ingested documents: a file each, and a manifest that says which of them answer.</summary>
/// <remarks>
/// Everything is written beside its place and then renamed, the manifest last: a run that is cut off leaves the library as it was.
/// One writer at a time.
/// </remarks>
public sealed class DocumentLibrary(string folder, TimeProvider clock)
{
    private const string ManifestFile = "manifest.json";
    private const string SourceCode = "document";

    /// <summary>The endings of the files that can be added.</summary>
    public static IReadOnlyList<string> Endings => RawReader.Endings;

    /// <summary>What is in the library.</summary>
    /// <exception cref="InvalidDataException">The manifest cannot be read; the message says what to do.</exception>
    public IReadOnlyList<LibraryEntry> Entries => ReadManifest().Documents;

    /// <summary>Adds files, and the files in folders, one after the other. A file that was added before under the same name is replaced.</summary>
    /// <param name="paths">Files or folders.</param>
    /// <param name="settings">What is said about all of them.</param>
    /// <param name="cancellationToken">Ends between two files; what was added stays.</param>
    /// <returns>What became of each file, as it happens. Nothing is done until this is enumerated.</returns>
    /// <exception cref="InvalidDataException">The manifest cannot be read; the message says what to do.</exception>
    /// <exception cref="IOException">The library cannot be written.</exception>
    public IEnumerable<IngestedFile> Add(IEnumerable<string> paths, IngestSettings settings, CancellationToken cancellationToken)
    {
        var manifest = ReadManifest();
        foreach (var path in paths.SelectMany(FilesOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (raw, fault) = RawReader.Read(path);
            if (raw is null)
            {
                yield return new IngestedFile(path, null, new ContentError("ingest", path, 0, 0, $"The file {fault}"));
                continue;
            }

            var entry = Store(path, raw, settings);
            manifest = manifest with { Documents = [.. manifest.Documents.Where(d => d.Id != entry.Id).Append(entry).OrderBy(d => d.Id, StringComparer.Ordinal)] };
            WriteWhole(ManifestFile, JsonSerializer.SerializeToUtf8Bytes(manifest, LibraryJson.Default.Manifest));
            yield return new IngestedFile(path, entry, null);
        }
    }

    /// <summary>Takes a document out: it no longer answers from the next start on.</summary>
    /// <returns>False when the library has no such document.</returns>
    public bool Withdraw(string id)
    {
        var manifest = ReadManifest();
        if (manifest.Documents.All(d => d.Id != id))
        {
            return false;
        }

        manifest = manifest with { Documents = [.. manifest.Documents.Where(d => d.Id != id)] };
        WriteWhole(ManifestFile, JsonSerializer.SerializeToUtf8Bytes(manifest, LibraryJson.Default.Manifest));
        File.Delete(FileOf(id));
        return true;
    }

    /// <summary>The passages of every document in the manifest, and what is wrong with the others.</summary>
    public (IReadOnlyList<Passage> Passages, IReadOnlyList<ContentError> Errors) Read()
    {
        var passages = new List<Passage>();
        var errors = new List<ContentError>();
        try
        {
            foreach (var entry in Entries)
            {
                if (ReadDocument(entry, errors) is { } document)
                {
                    passages.AddRange(PassagesOf(document));
                }
            }
        }
        catch (InvalidDataException fault)
        {
            errors.Add(new ContentError("library-manifest", ManifestFile, 0, 0, fault.Message));
        }

        return (passages, errors);
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => RawReader.Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
                .Order(StringComparer.Ordinal)
            : [path];

    private LibraryEntry Store(string path, RawDocument raw, IngestSettings settings)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var id = Slug.Of(name.Normalize(NormalizationForm.FormKD)) is { Length: > 0 } slug ? new string([.. slug.Where(c => char.IsAscii(c))]) : "document";
        var title = raw.Title ?? name;
        var today = EnglishTime.Today(clock);
        var document = new StoredDocument(
            id,
            title,
            settings.Kind,
            settings.Area,
            settings.Audience,
            settings.Owner,
            today,
            settings.ReviewBy ?? today.AddYears(1),
            ApprovedBy: "",
            settings.SourceUrl,
            settings.SourceDate,
            PassageSplitter.Split(raw, title));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, LibraryJson.Default.StoredDocument);
        WriteWhole($"{id}.json", bytes);
        return new LibraryEntry(id, title, Path.GetFileName(path), today, document.Passages.Count, HashOf(bytes));
    }

    private StoredDocument? ReadDocument(LibraryEntry entry, List<ContentError> errors)
    {
        var file = $"{entry.Id}.json";
        try
        {
            var bytes = File.ReadAllBytes(FileOf(entry.Id));
            if (HashOf(bytes) == entry.Sha256)
            {
                return JsonSerializer.Deserialize(bytes, LibraryJson.Default.StoredDocument);
            }

            errors.Add(new ContentError("library-changed", file, 0, 0, $"The file is not as it was written: cut off or edited. Add '{entry.OriginalFile}' again with guidancebot ingest."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            errors.Add(new ContentError("library-missing", file, 0, 0, $"The file cannot be read: {fault.Message} Add '{entry.OriginalFile}' again with guidancebot ingest, or withdraw '{entry.Id}'."));
        }

        return null;
    }

    private static IEnumerable<Passage> PassagesOf(StoredDocument stored)
    {
        var document = new Document
        {
            Id = stored.Id,
            Title = stored.Title,
            Kind = stored.Kind,
            Area = stored.Area,
            Audience = stored.Audience,
            Owner = stored.Owner,
            Effective = stored.Effective,
            ReviewBy = stored.ReviewBy,
            ApprovedBy = stored.ApprovedBy,
            Topics = [],
            Sources = new Dictionary<string, Source>(StringComparer.Ordinal)
            {
                [SourceCode] = new(SourceCode, stored.Title, stored.SourceUrl, stored.SourceDate, SourceConfidence.Medium),
            },
            File = $"{stored.Id}.json",
            Ingested = true,
        };
        foreach (var passage in stored.Passages)
        {
            var text = new PassageText();
            foreach (var block in passage.Blocks)
            {
                text.AddPlain(block.Text, block.IsListItem ? "- " : "", SourceCode);
            }

            yield return new Passage
            {
                Id = PassageId.Parse($"{stored.Id}#{passage.Anchor}"),
                Document = document,
                Heading = passage.Heading,
                Text = text.Text,
                Sentences = text.Sentences,
                Area = stored.Area,
                Audience = stored.Audience,
                Page = passage.Page,
            };
        }
    }

    private Manifest ReadManifest()
    {
        var path = Path.Combine(folder, ManifestFile);
        if (!File.Exists(path))
        {
            return new Manifest(Manifest.CurrentVersion, []);
        }

        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), LibraryJson.Default.Manifest)!;
            return manifest.Version == Manifest.CurrentVersion
                ? manifest
                : throw new InvalidDataException($"{path} is of version {manifest.Version}; this program reads version {Manifest.CurrentVersion}. Ingest the documents again into an empty folder.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"{path} is not whole. Restore it, or delete it and ingest the documents again.");
        }
    }

    private void WriteWhole(string name, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        var half = Path.Combine(folder, $".{name}.half");
        File.WriteAllBytes(half, bytes);
        File.Move(half, Path.Combine(folder, name), overwrite: true);
    }

    private string FileOf(string id) => Path.Combine(folder, $"{id}.json");

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
