using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GuidanceBot.Knowledge;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot index [--corpus DIR] [--out DIR]</c>: read the guidance, say what is wrong with it, build the index.</summary>
internal static class IndexVerb
{
    public static Command Create(Terminal terminal)
    {
        var corpus = new Option<DirectoryInfo?>("--corpus") { Description = "The folder of guidance; the configured one if not said." };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Keep the index here; not said: build it in memory, as a check." };
        var command = new Command("index", "Read the guidance, say what is wrong with it, and build the index.") { corpus, output };

        command.SetAction(parsed =>
        {
            var options = Settings.Knowledge();
            options.CorpusPath = parsed.GetValue(corpus)?.FullName ?? options.CorpusPath;
            options.IndexPath = parsed.GetValue(output)?.FullName ?? "";
            if (!Directory.Exists(options.CorpusFolder))
            {
                throw new WrongUseException($"There is no folder {options.CorpusFolder}. Give the folder that holds the guidance with --corpus.");
            }

            var watch = Stopwatch.StartNew();
            var library = KnowledgeServices.ReadLibrary(options, TimeProvider.System);
            foreach (var error in library.Errors)
            {
                terminal.Error.WriteLine(error);
            }

            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Read {library.Documents.Count} documents, {library.Passages.Count} passages, {library.Contacts.All.Count} contacts in {watch.ElapsedMilliseconds} ms."));
            watch.Restart();
            using (KnowledgeServices.OpenSearch(library, options, TimeProvider.System, NullLogger.Instance) as IDisposable)
            {
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Indexed them in {watch.ElapsedMilliseconds} ms{(options.IndexPath.Length > 0 ? $", kept in {options.IndexPath}" : "")}."));
            }

            if (library.Errors.Count > 0)
            {
                terminal.Error.WriteLine($"{library.Errors.Count} faults: what they name does not answer until it is mended.");
            }

            return library.Errors.Count == 0 && library.Passages.Count > 0 ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }
}
