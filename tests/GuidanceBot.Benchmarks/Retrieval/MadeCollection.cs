namespace GuidanceBot.Benchmarks.Retrieval;

/// <summary>Made-up passages for measuring speed at sizes the guidance does not have: the same ones each time.</summary>
/// <remarks>Words have the frequencies that Zipf found in English, passages 40 to 200 of them, queries come from a passage's words.</remarks>
internal static class MadeCollection
{
    private const int VocabularySize = 30_000;
    private const int Queries = 1_000;

    public static Collection Of(int passages)
    {
        var random = new Random(19);
        var words = Vocabulary(random);
        var texts = new List<CollectionText>(passages);
        for (var i = 0; i < passages; i++)
        {
            var title = Words(random, words, random.Next(3, 9));
            texts.Add(new CollectionText($"p{i}", title, Words(random, words, random.Next(40, 200))));
        }

        var queries = new List<CollectionQuery>(Queries);
        var grades = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        for (var i = 0; i < Queries; i++)
        {
            var about = texts[random.Next(texts.Count)];
            var from = $"{about.Title} {about.Text}".Split(' ');
            var asked = Enumerable.Range(0, random.Next(4, 14)).Select(_ => from[random.Next(from.Length)]);
            queries.Add(new CollectionQuery($"q{i}", string.Join(' ', asked)));
            grades.Add($"q{i}", new Dictionary<string, int>(StringComparer.Ordinal) { [about.Id] = 1 });
        }

        return new Collection(texts, queries, grades);
    }

    private static string Words(Random random, string[] words, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => words[ZipfRank(random, words.Length)]));

    /// <summary>A rank drawn so that each is about half as likely as the one at half its place.</summary>
    private static int ZipfRank(Random random, int most) => (int)Math.Pow(most, random.NextDouble()) - 1;

    private static string[] Vocabulary(Random random)
    {
        const string Consonants = "bcdfghklmnprstvw";
        const string Vowels = "aeiou";
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < VocabularySize)
        {
            words.Add(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ =>
                $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}")));
        }

        return [.. words];
    }
}
