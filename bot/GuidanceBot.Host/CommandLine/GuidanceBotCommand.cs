using System.CommandLine;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Host.CommandLine;

/// <summary>The command line: <c>guidancebot VERB</c>. Without a verb it serves.</summary>
public static class GuidanceBotCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Answers safeguarding practitioners' questions about keeping babies safe, by quoting the guidance.")
        {
            ServeVerb.Create(terminal),
            ChatVerb.Create(terminal),
            AskVerb.Create(terminal),
            IndexVerb.Create(terminal),
            IngestVerb.Create(terminal),
            EvaluateVerb.Create(terminal),
            DialogsVerb.Create(terminal),
            PackageVerb.Create(terminal),
            ModelVerb.Create(terminal),
            DoctorVerb.Create(terminal),
        };
        var parsed = root.Parse(args.Length == 0 || IsConfiguration(args[0]) ? ["serve", .. args] : args);

        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync($"{error.Message} See 'guidancebot --help'.");
            }

            return ExitCode.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false },
                cancellationToken);
        }
        catch (WrongUseException wrong)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongUse;
        }
        catch (OptionsValidationException settings)
        {
            await terminal.Error.WriteLineAsync(string.Join(Environment.NewLine, settings.Failures));
            return ExitCode.WrongUse;
        }
    }

    /// <summary><c>guidancebot --urls http://localhost:5000</c>, as any ASP.NET Core program takes its settings.</summary>
    private static bool IsConfiguration(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument is not ("--help" or "--version");
}

/// <summary>The call cannot be carried out as it stands; the message says what to do instead.</summary>
public sealed class WrongUseException(string message) : Exception(message);
