using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge;

/// <summary>All that was read: the corpus, ingested documents, contacts, thesaurus, and what is wrong with any of them.</summary>
/// <remarks>What is wrong with one file keeps only that file out; the rest is here and answers.</remarks>
public sealed class GuidanceLibrary
{
    private readonly Dictionary<PassageId, Passage> _passages;

    public GuidanceLibrary(
        IEnumerable<Passage> passages, ContactBook contacts, Thesaurus thesaurus, IReadOnlyList<ContentError> errors)
    {
        Passages = [.. passages];
        Documents = [.. Passages.Select(p => p.Document).DistinctBy(d => d.Id, StringComparer.Ordinal)];
        (Contacts, Thesaurus, Errors) = (contacts, thesaurus, errors);
        _passages = Passages.ToDictionary(p => p.Id);
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Document> Documents { get; }

    /// <summary>In the order of their documents, and in a document as they stand.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    public ContactBook Contacts { get; }

    public Thesaurus Thesaurus { get; }

    /// <summary>Everything wrong in any file, ordered by file and line; empty when all is well.</summary>
    public IReadOnlyList<ContentError> Errors { get; }

    public Passage? Find(PassageId id) => _passages.GetValueOrDefault(id);

    /// <summary>A document's passages as they stand in it; empty for an unknown one.</summary>
    public IEnumerable<Passage> PassagesOf(string documentId) => Passages.Where(p => p.Document.Id == documentId);

    /// <summary>This library with more passages; those of a document whose id is taken already are left out and told.</summary>
    public GuidanceLibrary With(IEnumerable<Passage> more, IEnumerable<ContentError> errors)
    {
        var taken = Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var added = more.ToLookup(p => !taken.Contains(p.Document.Id));
        var clashes = added[false].Select(p => p.Document).DistinctBy(d => d.Id).Select(d => new ContentError(
            "id-twice", d.File, 0, 0, $"The corpus has a document '{d.Id}' too. Withdraw this one, rename its file and add it again."));
        return new GuidanceLibrary([.. Passages, .. added[true]], Contacts, Thesaurus, [.. Errors, .. errors, .. clashes]);
    }
}
