using System.Globalization;
using BenchmarkDotNet.Loggers;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Benchmarks.Retrieval;

/// <summary>
/// Measures the ranking on the corpus itself, without the evaluation's questions: each passage's "asked" lines are parted in folds,
/// one fold asks, the others are indexed. Parameters are chosen on this and nothing else.
/// </summary>
internal static class AskedCheck
{
    private const int Folds = 5;

    public static int Run(string corpus, ILogger log)
    {
        var library = KnowledgeServices.ReadLibrary(new KnowledgeOptions { CorpusPath = Path.GetFullPath(corpus), LibraryPath = "no-library" }, TimeProvider.System);
        foreach (var (name, parameters) in Variants())
        {
            var (asked, first, third, mrr) = (0, 0, 0, 0.0);
            for (var fold = 0; fold < 2; fold++)
            {
                var kept = new GuidanceLibrary(
                    library.Passages.Select(p => p with { Asked = [.. p.Asked.Where((_, i) => i % Folds != fold)] }), library.Contacts, library.Thesaurus, []);
                using var search = new GuidanceSearch(kept, IndexStore.InMemory(kept, parameters), new KnowledgeOptions(), TimeProvider.System, parameters);
                foreach (var passage in library.Passages)
                {
                    foreach (var question in passage.Asked.Where((_, i) => i % Folds == fold))
                    {
                        var hits = search.Search(new SearchRequest(question) { Limit = 10 }).Hits;
                        var rank = hits.Select((hit, i) => (hit.Passage.Id, Rank: i + 1)).FirstOrDefault(hit => hit.Id == passage.Id).Rank;
                        asked++;
                        first += rank == 1 ? 1 : 0;
                        third += rank is >= 1 and <= 3 ? 1 : 0;
                        mrr += rank == 0 ? 0 : 1.0 / rank;
                    }
                }
            }

            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {asked} asked  @1 {first / (double)asked:P1}  @3 {third / (double)asked:P1}  MRR {mrr / asked:F3}"));
        }

        return 0;
    }

    private static IEnumerable<(string Name, RankingParameters Parameters)> Variants()
    {
        var shipped = RankingParameters.Default;
        yield return ("shipped", shipped);
        foreach (var repeats in new[] { 0, 2 })
        {
            yield return ($"asked repeated {repeats} times", shipped with { AskedRepeats = repeats });
        }

        foreach (var smoothing in new[] { 2.0, 10 })
        {
            yield return ($"heading smoothing {smoothing}", shipped with { HeadingSmoothing = smoothing });
        }

        foreach (var expansion in new[] { 0.0, 0.4, 1 })
        {
            yield return ($"thesaurus {expansion}", shipped with { Expansion = expansion });
        }
    }
}
