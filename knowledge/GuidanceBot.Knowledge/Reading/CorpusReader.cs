using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Reads the whole guidance: the corpus and the two lists that stand beside it.</summary>
public static class CorpusReader
{
    /// <summary>Reads every <c>.md</c> file below a folder, and <c>contacts.yaml</c> and <c>thesaurus.yaml</c> from the folder above it.</summary>
    /// <returns>What could be read. A file with something wrong in it is left out and told in <see cref="GuidanceLibrary.Errors"/>.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static GuidanceLibrary Read(string corpusFolder)
    {
        var corpus = new DirectoryInfo(corpusFolder);
        if (!corpus.Exists)
        {
            throw new DirectoryNotFoundException($"There is no folder '{corpus.FullName}'. Set Knowledge:CorpusPath to the folder that holds the guidance.");
        }

        var errors = new List<ContentError>();
        var beside = corpus.Parent!.FullName;
        var contacts = ReadBeside(Path.Combine(beside, "contacts.yaml"), ContactBook.Empty, ContactsReader.Read, errors);
        var thesaurus = ReadBeside(Path.Combine(beside, "thesaurus.yaml"), Thesaurus.Empty, ThesaurusReader.Read, errors);

        var passages = new List<Passage>();
        var fileOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, name) in MarkdownFiles(corpus))
        {
            var file = new FileErrors(name);
            var id = Path.GetFileNameWithoutExtension(path);
            if (!fileOf.TryAdd(id, name))
            {
                file.Add("id-twice", 0, 0, $"'{fileOf[id]}' has the same name, which is the document's id. Rename one of them.");
            }

            var read = StrictText.Read(path, file) is { } text ? MarkdownReader.Read(text, id, contacts, file) : [];
            errors.AddRange(file.All.OrderBy(e => e.Line).ThenBy(e => e.Column));
            if (file.All.Count == 0)
            {
                passages.AddRange(read);
            }
        }

        return new GuidanceLibrary(passages, contacts, thesaurus, errors);
    }

    private static IEnumerable<(string Path, string Name)> MarkdownFiles(DirectoryInfo corpus) =>
        corpus.EnumerateFiles("*.md", SearchOption.AllDirectories)
            .Select(file => (file.FullName, Path.GetRelativePath(corpus.FullName, file.FullName).Replace('\\', '/')))
            .OrderBy(file => Path.GetFileNameWithoutExtension(file.FullName), StringComparer.Ordinal)
            .ThenBy(file => file.Item2, StringComparer.Ordinal);

    private static T ReadBeside<T>(string path, T empty, Func<string, FileErrors, T> read, List<ContentError> errors)
    {
        if (!File.Exists(path))
        {
            return empty;
        }

        var file = new FileErrors(Path.GetFileName(path));
        var result = StrictText.Read(path, file) is { } text ? read(text, file) : empty;
        errors.AddRange(file.All.OrderBy(e => e.Line).ThenBy(e => e.Column));
        return result;
    }
}
