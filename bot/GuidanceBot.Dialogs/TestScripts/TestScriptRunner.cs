using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.TestScripts;

/// <summary>How a script ended.</summary>
/// <param name="Script">The file's name without <c>.test.dialog</c>.</param>
/// <param name="Path">The path within the folder.</param>
/// <param name="Passed">Whether everything was as the script says.</param>
/// <param name="Reason">Why not: the step, what was expected and what came; or what is wrong with the content. Null when passed.</param>
public sealed record TestScriptResult(string Script, string Path, bool Passed, string? Reason);

/// <summary>Plays the test scripts of a content folder.</summary>
public sealed class TestScriptRunner
{
    private const string Ending = ".test.dialog";

    private readonly ResourceExplorer _resources;
    private readonly DialogManagerOptions _options;

    /// <param name="resources">The content, scripts included.</param>
    /// <param name="options">Settings, clock and limits of the turns; the host's answers and traces are the script's own.</param>
    public TestScriptRunner(ResourceExplorer resources, DialogManagerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(resources);
        (_resources, _options) = (resources, options ?? new DialogManagerOptions { Limits = resources.Limits });
    }

    /// <summary>The scripts, in the order of their names: the files that end in <c>.test.dialog</c>.</summary>
    public IReadOnlyList<string> Scripts =>
        [.. _resources.All.Where(resource => resource.IsTestScript).Select(resource => resource.Name).Order(StringComparer.Ordinal)];

    /// <summary>Plays all scripts.</summary>
    public async IAsyncEnumerable<TestScriptResult> RunAllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var script in Scripts)
        {
            yield return await RunAsync(script, cancellationToken);
        }
    }

    /// <summary>Plays one script.</summary>
    /// <exception cref="FileNotFoundException">There is no such script.</exception>
    public async Task<TestScriptResult> RunAsync(string script, CancellationToken cancellationToken = default)
    {
        var file = script.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? script : script + Ending;
        var resource = _resources.Find(file) ?? throw new FileNotFoundException($"There is no script '{file}'.", file);
        var name = file[..^Ending.Length];
        var errors = TestScript.Load(_resources, resource.Name, out var loaded);
        if (loaded is not var (played, dialogs))
        {
            return new TestScriptResult(name, resource.Path, false, string.Join(Environment.NewLine, errors.Count > 0 ? errors : [NoRoot(file)]));
        }

        var run = new ScriptRun(name, played, dialogs, _options);
        var step = 0;
        try
        {
            foreach (var action in played.Actions)
            {
                step++;
                await action.RunAsync(run, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is ScriptFailure or DialogException)
        {
            return new TestScriptResult(name, resource.Path, false, $"step {step}: {fault.Message}");
        }

        return new TestScriptResult(name, resource.Path, true, null);
    }

    private static ContentError NoRoot(string file) => new(ContentErrorCodes.DanglingReference, file, 1, 1, "The script has no dialog to play.");
}
