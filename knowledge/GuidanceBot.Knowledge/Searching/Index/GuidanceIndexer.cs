using System.Security.Cryptography;
using System.Text;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching.Ranking;
using Directory = Lucene.Net.Store.Directory;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>What of the library goes into the index.</summary>
internal static class GuidanceIndexer
{
    /// <summary>Part of the stamp: raise it when an index holds other things or in another form.</summary>
    private const int Version = 2;

    public static PassageIndex Build(GuidanceLibrary library, Directory directory, RankingParameters parameters)
    {
        using var builder = new PassageIndexBuilder(directory, parameters);
        foreach (var word in library.Thesaurus.Entries.SelectMany(e => e.Both ? e.From.Concat(e.To) : e.From))
        {
            if (TextAnalysis.WordsOf(word) is [var (only, _)])
            {
                builder.AddKnownWord(only);
            }
        }

        foreach (var passage in library.Passages)
        {
            builder.Add(TextOf(passage));
        }

        return builder.Build();
    }

    /// <summary>Changes with any word that is searched and with the way words are cut: an index of another stamp is another index.</summary>
    public static string StampOf(GuidanceLibrary library, RankingParameters parameters)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(Encoding.Unicode.GetBytes(text));
        }

        Add($"{Version} {TextAnalysis.Version} {parameters.K1} {parameters.B} {parameters.HeadingRepeats} {string.Join(' ', StopWords.All)}");
        foreach (var word in library.Thesaurus.Entries.SelectMany(e => e.From.Concat(e.To).Append($"{e.Both}")))
        {
            Add(word);
        }

        foreach (var text in library.Passages.Select(TextOf))
        {
            foreach (var part in (string[])[text.Heading, text.About, text.Body, .. text.Names, "", .. text.Asked])
            {
                Add(part);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IndexedText TextOf(Passage passage) => new(
        passage.Heading,
        passage.AlsoCalled,
        passage.Asked,
        $"{passage.Document.Title}. {string.Join(". ", passage.Document.Topics)}",
        passage.Text);
}
