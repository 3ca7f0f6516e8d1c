using System.Collections.Concurrent;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Cuts text into words and words into stems, the same for passages and for questions.</summary>
/// <remarks>Unicode word boundaries (UAX #29), English possessive, lower case, <see cref="StopWords"/>, Porter's stems.</remarks>
internal static class TextAnalysis
{
    /// <summary>Part of an index's stamp: raise it when the same text would be cut differently.</summary>
    public const int Version = 1;

    private const int MostKnownStems = 50_000;

    public const LuceneVersion Lucene = LuceneVersion.LUCENE_48;

    private static readonly WordAnalyzer Words = new();
    private static readonly StemAnalyzer Stems = new();

    /// <summary>The same words come again and again; what people mistype must not fill the memory.</summary>
    private static readonly ConcurrentDictionary<string, string> KnownStems = new(StringComparer.Ordinal);

    /// <summary>Calls back with each word in order, lower-case, stop words among them. Callable from many threads at once.</summary>
    /// <param name="text">Any text; what is not a word is passed over.</param>
    /// <param name="word">The word, valid during the call only, and where it begins in <paramref name="text"/>.</param>
    public static void ForEachWord(string text, WordAction word)
    {
        using var words = Words.GetTokenStream("", text.Replace('’', '\''));
        var characters = words.GetAttribute<ICharTermAttribute>();
        var offset = words.GetAttribute<IOffsetAttribute>();
        words.Reset();
        while (words.IncrementToken())
        {
            word(characters.Buffer.AsSpan(0, characters.Length), offset.StartOffset);
        }

        words.End();
    }

    /// <summary>The words of a text with their offsets.</summary>
    public static List<(string Word, int Offset)> WordsOf(string text)
    {
        var words = new List<(string, int)>();
        ForEachWord(text, (word, offset) => words.Add((word.ToString(), offset)));
        return words;
    }

    /// <summary>The stems of a text in order, stop words left out.</summary>
    public static List<string> StemsOf(string text)
    {
        var stems = new List<string>();
        foreach (var (word, _) in WordsOf(text))
        {
            if (StemOf(word) is { } stem)
            {
                stems.Add(stem);
            }
        }

        return stems;
    }

    /// <summary>The stem of a lower-case word; null for a stop word.</summary>
    public static string? StemOf(string word)
    {
        if (StopWords.All.Contains(word))
        {
            return null;
        }

        if (KnownStems.TryGetValue(word, out var known))
        {
            return known;
        }

        var found = Stem(word);
        if (KnownStems.Count < MostKnownStems)
        {
            KnownStems.TryAdd(word, found);
        }

        return found;
    }

    private static string Stem(string word)
    {
        using var stem = Stems.GetTokenStream("", word);
        var characters = stem.GetAttribute<ICharTermAttribute>();
        stem.Reset();
        stem.IncrementToken();
        return characters.ToString()!;
    }

    private sealed class WordAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var words = new StandardTokenizer(Lucene, reader);
            return new TokenStreamComponents(words, new LowerCaseFilter(Lucene, new EnglishPossessiveFilter(Lucene, words)));
        }
    }

    /// <summary>Lucene offers Porter's stemmer only as a filter of streams: this is a stream of one word.</summary>
    private sealed class StemAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var word = new KeywordTokenizer(reader);
            return new TokenStreamComponents(word, new PorterStemFilter(word));
        }
    }
}

internal delegate void WordAction(ReadOnlySpan<char> word, int offset);
