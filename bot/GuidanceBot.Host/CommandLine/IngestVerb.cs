using System.CommandLine;
using System.Globalization;
using GuidanceBot.Knowledge.Ingesting;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot ingest PATH…</c>: add documents to the local library, list them, or withdraw one.</summary>
internal static class IngestVerb
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = $"Files or folders: {string.Join(", ", DocumentLibrary.Endings)}.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var kind = new Option<DocumentKind>("--kind") { Description = "procedure, strategy, guidance or learning.", DefaultValueFactory = _ => DocumentKind.Guidance };
        var area = new Option<Area>("--area") { Description = "derby, derbyshire, both, national or other.", DefaultValueFactory = _ => Area.National };
        var url = new Option<Uri?>("--source-url") { Description = "Where the document was published." };
        var date = new Option<string>("--source-date") { Description = "As the document dates itself.", DefaultValueFactory = _ => "undated" };
        var owner = new Option<string>("--owner") { Description = "Who answers for the document.", DefaultValueFactory = _ => "not stated" };
        var withdraw = new Option<string?>("--withdraw") { Description = "Take the document with this id out of the library." };
        var command = new Command("ingest", "Add documents to the local library. Without a path: list what is in it.") { paths, kind, area, url, date, owner, withdraw };

        command.SetAction((parsed, cancellationToken) =>
        {
            var library = new DocumentLibrary(Settings.Knowledge().LibraryFolder, TimeProvider.System);
            if (parsed.GetValue(withdraw) is { } id)
            {
                return Task.FromResult(Withdraw(library, id, terminal));
            }

            if (parsed.GetValue(paths) is not { Length: > 0 } given)
            {
                return Task.FromResult(List(library, terminal));
            }

            var settings = new IngestSettings
            {
                Kind = parsed.GetValue(kind),
                Area = parsed.GetValue(area),
                SourceUrl = parsed.GetValue(url),
                SourceDate = parsed.GetValue(date)!,
                Owner = parsed.GetValue(owner)!,
            };
            return Task.FromResult(Add(library, given, settings, terminal, cancellationToken));
        });
        return command;
    }

    private static int Add(DocumentLibrary library, string[] paths, IngestSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        var (added, failed) = (0, 0);
        try
        {
            foreach (var file in library.Add(paths, settings, cancellationToken))
            {
                if (file.Added is { } entry)
                {
                    added++;
                    terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {entry.Passages} passages, id {entry.Id}"));
                }
                else
                {
                    failed++;
                    terminal.Error.WriteLine(file.Error);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new WrongUseException($"{fault.Message} Knowledge:LibraryPath says where the library is; it must be a folder that can be written.");
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{added} added, {failed} failed. They answer from the next start."));
        return failed == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static int List(DocumentLibrary library, Terminal terminal)
    {
        foreach (var entry in library.Entries)
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entry.Id}: {entry.Title}, {entry.Passages} passages, added {entry.Ingested:yyyy-MM-dd} from {entry.OriginalFile}"));
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{library.Entries.Count} documents in the library."));
        return ExitCode.Done;
    }

    private static int Withdraw(DocumentLibrary library, string id, Terminal terminal)
    {
        if (!library.Withdraw(id))
        {
            throw new WrongUseException($"The library has no document '{id}'. 'guidancebot ingest' without a path lists what it has.");
        }

        terminal.Out.WriteLine($"Withdrawn: {id} no longer answers from the next start.");
        return ExitCode.Done;
    }
}
