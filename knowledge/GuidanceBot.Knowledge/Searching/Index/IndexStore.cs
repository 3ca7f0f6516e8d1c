using GuidanceBot.Knowledge.Searching.Ranking;
using Lucene.Net.Store;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Keeps an index in a folder between runs, or in memory.</summary>
/// <remarks>
/// A folder of the index is written under another name and renamed when whole, its stamp written last: what is half-written, of
/// another version or of other guidance has another stamp or none, and is built again.
/// </remarks>
internal static class IndexStore
{
    private const string StampFile = "stamp.txt";
    private const string TermsFile = "terms.bin";
    private const string LuceneFolder = "lucene";

    public static PassageIndex InMemory(GuidanceLibrary library, RankingParameters parameters) =>
        GuidanceIndexer.Build(library, new RAMDirectory(), parameters);

    /// <summary>Opens the index kept in a folder, or builds it there.</summary>
    /// <param name="folder">It need not exist.</param>
    /// <param name="library">What is to be searched.</param>
    /// <param name="parameters">The numbers of the ranking.</param>
    /// <param name="outcome">What was done.</param>
    /// <returns>The index; built in memory when the folder cannot be written.</returns>
    public static PassageIndex OpenOrBuild(string folder, GuidanceLibrary library, RankingParameters parameters, out IndexOutcome outcome)
    {
        var stamp = GuidanceIndexer.StampOf(library, parameters);
        if (TryOpen(folder, stamp, parameters) is { } kept)
        {
            outcome = IndexOutcome.Opened;
            return kept;
        }

        try
        {
            Write(folder, stamp, library, parameters);
            if (TryOpen(folder, stamp, parameters) is { } built)
            {
                outcome = IndexOutcome.Built;
                return built;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A read-only folder, a full disk, another program renaming at this moment: the guidance must still be found.
        }

        outcome = IndexOutcome.NotKept;
        return InMemory(library, parameters);
    }

    /// <summary>Whether a folder holds an index, whole or in part, or nothing: anything else was put there by somebody and stays.</summary>
    public static bool MayReplace(string folder) =>
        System.IO.Directory.EnumerateFileSystemEntries(folder)
            .All(entry => Path.GetFileName(entry) is StampFile or TermsFile or LuceneFolder);

    private static PassageIndex? TryOpen(string folder, string stamp, RankingParameters parameters)
    {
        try
        {
            if (!File.Exists(Path.Combine(folder, StampFile)) || File.ReadAllText(Path.Combine(folder, StampFile)) != stamp)
            {
                return null;
            }

            using var file = new BinaryReader(File.OpenRead(Path.Combine(folder, TermsFile)));
            return new PassageIndex(PassageTerms.Read(file), FSDirectory.Open(Path.Combine(folder, LuceneFolder)), parameters);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            return null;
        }
    }

    private static void Write(string folder, string stamp, GuidanceLibrary library, RankingParameters parameters)
    {
        var target = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var half = $"{target}.{Guid.NewGuid():N}.half";
        try
        {
            System.IO.Directory.CreateDirectory(half);
            using (var lucene = FSDirectory.Open(Path.Combine(half, LuceneFolder)))
            using (var index = GuidanceIndexer.Build(library, lucene, parameters))
            using (var file = new BinaryWriter(File.Create(Path.Combine(half, TermsFile))))
            {
                index.Terms.Write(file);
            }

            File.WriteAllText(Path.Combine(half, StampFile), stamp);
            if (System.IO.Directory.Exists(target))
            {
                if (!MayReplace(target))
                {
                    throw new IOException($"'{target}' holds other files than an index; it is left alone.");
                }

                System.IO.Directory.Delete(target, recursive: true);
            }

            System.IO.Directory.Move(half, target);
        }
        finally
        {
            if (System.IO.Directory.Exists(half))
            {
                System.IO.Directory.Delete(half, recursive: true);
            }
        }
    }
}

/// <summary>What opening an index came to.</summary>
internal enum IndexOutcome
{
    /// <summary>The one that was kept fits.</summary>
    Opened,

    /// <summary>There was none, or one of another version or other guidance, or a broken one: built and kept.</summary>
    Built,

    /// <summary>Built in memory, because the folder cannot be written.</summary>
    NotKept,
}
