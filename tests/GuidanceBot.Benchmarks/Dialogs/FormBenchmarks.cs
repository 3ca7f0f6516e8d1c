using BenchmarkDotNet.Attributes;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Benchmarks.Dialogs;

/// <summary>A form of six questions with branches and templates: each turn reads an activity and a state from bytes and writes the state.</summary>
[MemoryDiagnoser]
public class FormBenchmarks
{
    private static readonly string[] Sayings = ["begin", "Alma", "3", "the first", "yes", "broth", "train"];

    private readonly byte[][] _activities = [.. Sayings.Select(saying => ValueJson.ToUtf8(new DialogObject
    {
        ["type"] = "message",
        ["id"] = "1",
        ["text"] = saying,
        ["locale"] = "en-GB",
        ["channelId"] = "webchat",
        ["from"] = new DialogObject { ["id"] = "u" },
        ["conversation"] = new DialogObject { ["id"] = "c" },
    }))];

    private DialogManager _manager = null!;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Dialogs", "form");

    [GlobalSetup]
    public void Setup() => _manager = new DialogManager(new ResourceExplorer().AddFolder(Folder).Load("start"));

    /// <summary>The mean of a turn of a whole conversation; the last reply is checked, so that a wrong answer is not a fast one.</summary>
    [Benchmark(OperationsPerInvoke = 7)]
    public async Task<byte[]> Turn()
    {
        byte[] state = [];
        IReadOnlyList<DialogObject> replies = [];
        foreach (var activity in _activities)
        {
            var result = await _manager.RunAsync(DialogTurn.FromJson(activity, state));
            (state, replies) = (result.State, result.Activities);
        }

        return replies is [{ } last] && last["text"] is "Alma: 3 guests in the morning, with soup, platform 3; 90 minutes."
            ? state
            : throw new InvalidOperationException($"The form said '{(replies is [.., var other] ? other["text"] : null)}'.");
    }
}

/// <summary>Loading and checking a folder of dialogs, from text to dialogs that run.</summary>
[MemoryDiagnoser]
public class LoadingBenchmarks
{
    private string _dialog = "";
    private string _templates = "";

    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Dialogs", "form");
        _dialog = File.ReadAllText(Path.Combine(folder, "visit.dialog"));
        _templates = File.ReadAllText(Path.Combine(folder, "visit.en.lg"));
    }

    [Benchmark]
    public DialogSet Hundred_dialogs()
    {
        var resources = new ResourceExplorer().AddResource("visit.en.lg", _templates);
        for (var number = 0; number < 100; number++)
        {
            resources.AddResource($"visit{number}.dialog", _dialog);
        }

        return resources.LoadAll("visit0");
    }
}
