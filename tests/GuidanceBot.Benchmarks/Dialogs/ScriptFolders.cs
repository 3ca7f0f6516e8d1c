using BenchmarkDotNet.Loggers;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.TestScripts;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Benchmarks.Dialogs;

/// <summary>
/// Plays the test scripts of folders, each folder a resource root of its own: <c>-- conformance DIR</c>. A <c>settings.json</c> in a folder
/// is its settings; an <c>in-scope.txt</c> beside the folders lists the scripts to play.
/// </summary>
internal static class ScriptFolders
{
    public static async Task<int> RunAsync(string root, ILogger log)
    {
        var list = Path.Combine(root, "in-scope.txt");
        var wanted = File.Exists(list) ? File.ReadAllLines(list).Select(line => Path.GetFileName(line.Trim())).ToHashSet(StringComparer.Ordinal) : null;
        var (passed, failed) = (0, 0);
        foreach (var folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            var settings = Path.Combine(folder, "settings.json");
            var options = new DialogManagerOptions { Settings = File.Exists(settings) ? ValueJson.Parse(File.ReadAllBytes(settings))! : new DialogObject() };
            var runner = new TestScriptRunner(new ResourceExplorer().AddFolder(folder), options);
            foreach (var script in runner.Scripts.Where(script => wanted?.Contains(script) ?? true))
            {
                var result = await runner.RunAsync(script);
                if (result.Passed)
                {
                    passed++;
                    continue;
                }

                failed++;
                log.WriteLineError($"{Path.GetFileName(folder)}/{result.Path}: {result.Reason}");
            }
        }

        log.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }
}
