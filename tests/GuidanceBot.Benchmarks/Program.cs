using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using GuidanceBot.Benchmarks.Dialogs;
using GuidanceBot.Benchmarks.Protocol;
using GuidanceBot.Benchmarks.Retrieval;
using GuidanceBot.Benchmarks.State;

// `-- retrieval DIR` measures the search on a collection, `-- retrieval-made N` its speed on N made-up passages;
// anything else is for BenchmarkDotNet (`-- --list flat`).
switch (args)
{
    case ["retrieval", var folder]:
        return CollectionBenchmark.Run(folder, ConsoleLogger.Default);
    case ["retrieval-made", var count] when int.TryParse(count, out var passages) && passages > 0:
        return CollectionBenchmark.RunMade(passages, ConsoleLogger.Default);
    case ["asked", var corpus]:
        return AskedCheck.Run(corpus, ConsoleLogger.Default);
    case ["retrieval" or "retrieval-made", ..]:
        ConsoleLogger.Default.WriteLineError("Write 'retrieval DIR' with a folder of corpus.jsonl, queries.jsonl and qrels.tsv, or 'retrieval-made N' with a number of passages.");
        return 2;
    // Turns a second over loopback HTTP; `protocol-bot PORT` is the process it measures.
    case ["protocol"]:
        return await ProtocolBenchmark.RunAsync(TimeSpan.FromSeconds(5), ConsoleLogger.Default);
    case ["protocol-bot", var port] when int.TryParse(port, out var number):
        await EchoBot.RunAsync(number);
        return 0;
    // Turns a second through the store; with a connection string also on that PostgreSQL server.
    case ["state", ..]:
        return await StateRuns.RunAsync(args.ElementAtOrDefault(1), TimeSpan.FromSeconds(5), ConsoleLogger.Default);
    // Plays folders of dialog test scripts.
    case ["conformance", var folder]:
        return await ScriptFolders.RunAsync(folder, ConsoleLogger.Default);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CollectionBenchmark).Assembly).Run(args);
        return 0;
}
