using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.TestScripts;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot dialogs check</c> validates all content; <c>guidancebot dialogs test DIR</c> plays test scripts.</summary>
internal static class DialogsVerb
{
    public static Command Create(Terminal terminal) =>
        new("dialogs", "Validate the conversations and play their test scripts.") { Check(terminal), Test(terminal) };

    private static Command Check(Terminal terminal)
    {
        var folder = new Argument<DirectoryInfo?>("dir")
        {
            Description = "A folder of .dialog and .lg files; not said: the bot's own dialogs and wording.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Name every mistake in every .dialog and .lg file.") { folder };
        command.SetAction(parsed =>
        {
            var mistakes = parsed.GetValue(folder) is { } given ? MistakesIn(Existing(given)) : OwnMistakes();
            foreach (var mistake in mistakes)
            {
                terminal.Out.WriteLine(mistake);
            }

            terminal.Out.WriteLine(mistakes.Count == 0 ? "No mistakes." : string.Create(CultureInfo.InvariantCulture, $"{mistakes.Count} mistakes."));
            return mistakes.Count == 0 ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static Command Test(Terminal terminal)
    {
        var folder = new Argument<DirectoryInfo>("dir") { Description = "One resource root: its *.test.dialog files are the scripts." };
        var settings = new Option<FileInfo?>("--settings") { Description = "A JSON file that the 'settings' scope reads." };
        var json = new Option<bool>("--json") { Description = "Print a JSON object for each script, then one of totals." };
        var command = new Command("test", "Play the test scripts of a folder.") { folder, settings, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var resources = new ResourceExplorer().AddFolder(Existing(parsed.GetValue(folder)!));
            var options = new DialogManagerOptions { Limits = resources.Limits, Settings = SettingsFrom(parsed.GetValue(settings)) };
            var (passed, failed) = (0, 0);
            await foreach (var result in new TestScriptRunner(resources, options).RunAllAsync(cancellationToken))
            {
                _ = result.Passed ? passed++ : failed++;
                await terminal.Out.WriteLineAsync(parsed.GetValue(json) ? Json(result) : Line(result));
            }

            await terminal.Out.WriteLineAsync(parsed.GetValue(json)
                ? new JsonObject { ["passed"] = passed, ["failed"] = failed }.ToJsonString()
                : string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
            return failed == 0 && passed > 0 ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static List<string> OwnMistakes()
    {
        var mistakes = new List<string>(BotWording.Check(Path.Combine(AppContext.BaseDirectory, "wording")).Mistakes);
        var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
        if (Directory.Exists(dialogs))
        {
            mistakes.AddRange(MistakesIn(dialogs));
        }

        return mistakes;
    }

    private static List<string> MistakesIn(string folder) =>
        [.. new ResourceExplorer().AddFolder(folder).Check().Select(error => error.ToString())];

    private static string Existing(DirectoryInfo folder) => folder.Exists
        ? folder.FullName
        : throw new WrongUseException($"There is no folder {folder.FullName}. Give the folder that holds the .dialog files.");

    private static object SettingsFrom(FileInfo? file)
    {
        if (file is null)
        {
            return new DialogObject();
        }

        try
        {
            return ValueJson.Parse(File.ReadAllBytes(file.FullName)) as DialogObject
                ?? throw new WrongUseException($"{file.FullName} is not a JSON object.");
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"{file.FullName} cannot be read as JSON: {fault.Message}");
        }
    }

    private static string Line(TestScriptResult result) =>
        result.Passed ? $"passed  {result.Script}" : $"FAILED  {result.Script}: {result.Reason}";

    private static string Json(TestScriptResult result) => new JsonObject
    {
        ["script"] = result.Script,
        ["path"] = result.Path,
        ["passed"] = result.Passed,
        ["reason"] = result.Reason,
    }.ToJsonString();
}
