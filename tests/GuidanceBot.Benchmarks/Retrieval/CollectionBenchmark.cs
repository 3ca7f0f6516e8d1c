using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Loggers;
using GuidanceBot.Knowledge.Searching.Ranking;

namespace GuidanceBot.Benchmarks.Retrieval;

/// <summary>Measures how well and how fast the search answers a collection's queries.</summary>
internal static class CollectionBenchmark
{
    private const int Limit = 10;

    /// <summary>Queries asked before the clock runs, so that the just-in-time compiler is not what is measured.</summary>
    private const int WarmUp = 300;

    /// <returns>0, or 2 when the collection cannot be read.</returns>
    public static int Run(string folder, ILogger output)
    {
        try
        {
            Measure(CollectionFiles.Read(folder), RankingParameters.Default, output);
            return 0;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            output.WriteLineError($"The collection in '{folder}' cannot be read: {fault.Message}");
            return 2;
        }
    }

    public static int RunMade(int passages, ILogger output)
    {
        Measure(MadeCollection.Of(passages), RankingParameters.Default, output);
        return 0;
    }

    private static void Measure(Collection collection, RankingParameters parameters, ILogger output)
    {
        var process = Process.GetCurrentProcess();
        var idle = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        using var engine = new CollectionEngine(collection.Texts, parameters);
        var built = clock.Elapsed;
        process.Refresh();
        var buildCpu = process.TotalProcessorTime - idle;
        foreach (var query in collection.Queries.Take(WarmUp))
        {
            engine.Search(query.Text, Limit);
        }

        var metrics = new RankMetrics();
        var times = new List<double>(collection.Queries.Count);
        var before = process.TotalProcessorTime;
        foreach (var query in collection.Queries)
        {
            var start = Stopwatch.GetTimestamp();
            var ranked = engine.Search(query.Text, Limit);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (collection.Grades.TryGetValue(query.Id, out var grades))
            {
                metrics.Add(ranked, grades);
            }
        }

        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / Math.Max(1, times.Count);
        times.Sort();
        void Line(string name, FormattableString value) =>
            output.WriteLine($"{name,-16}{value.ToString(CultureInfo.InvariantCulture)}");
        Line("passages", $"{collection.Texts.Count}");
        Line("queries", $"{collection.Queries.Count}, {metrics.Queries} of them judged");
        if (metrics.Queries > 0)
        {
            Line("nDCG@10", $"{metrics.Ndcg:f4}");
            Line("MRR@10", $"{metrics.Mrr:f4}");
            Line("success@1", $"{metrics.SuccessAt1:f4}");
            Line("success@3", $"{metrics.SuccessAt3:f4}");
            Line("recall@10", $"{metrics.Recall:f4}");
        }

        Line("index", $"{built.TotalSeconds:f2} s, {buildCpu.TotalSeconds:f2} s of CPU, {collection.Texts.Count / built.TotalSeconds:f0} passages/s, {engine.SizeInBytes / 1e6:f1} MB");
        if (times.Count > 0)
        {
            Line("query p50", $"{times[times.Count / 2]:f3} ms");
            Line("query p99", $"{times[(int)(times.Count * 0.99)]:f3} ms");
            Line("CPU per query", $"{cpu:f3} ms");
        }
    }
}
