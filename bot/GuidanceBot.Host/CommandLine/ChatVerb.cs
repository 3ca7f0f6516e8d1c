using System.CommandLine;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;
using Spectre.Console;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot chat</c>: the same conversation as in Teams, in a terminal.</summary>
internal static class ChatVerb
{
    /// <summary>Whoever sits here: saved answers are theirs while the program runs.</summary>
    private static readonly PersonKey Somebody = new("terminal", "", "somebody");

    private static readonly string[] Farewells = ["quit", "exit", "/quit", "/exit", ":q"];

    public static Command Create(Terminal terminal)
    {
        var person = new PersonOptions();
        var folder = new Option<DirectoryInfo?>("--save-to") { Description = "Where documents are put; the current folder unless said." };
        var command = new Command("chat", "Talk in the terminal. Type 'quit' to end.") { folder };
        person.AddTo(command);

        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var program = Composition.ForTerminal(person.Clock(parsed));
            var conversation = new Conversation { Person = person.Person(parsed), Owner = Somebody };
            await TalkAsync(program.Turn, conversation, terminal, parsed.GetValue(folder) ?? new DirectoryInfo(Environment.CurrentDirectory), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task TalkAsync(
        TurnBoundary turn, Conversation conversation, Terminal terminal, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        Show(await turn.ReplyToAsync("hello", conversation, cancellationToken), terminal, screen);
        while (true)
        {
            if (terminal.IsInteractive)
            {
                screen.Markup("[bold blue]>[/] ");
            }

            var line = await terminal.In.ReadLineAsync(cancellationToken);
            if (line is null || Farewells.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                return;
            }

            var reply = await turn.ReplyToAsync(line, conversation, cancellationToken);
            Show(reply, terminal, screen);
            await SaveAsync(reply, terminal, folder, cancellationToken);
        }
    }

    private static async Task SaveAsync(Reply reply, Terminal terminal, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        foreach (var file in reply.Files)
        {
            try
            {
                await terminal.Out.WriteLineAsync($"  saved: {await SavedFiles.SaveAsync(file, folder, cancellationToken)}");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                await terminal.Error.WriteLineAsync($"{file.Name} could not be saved in {folder.FullName}. Say --save-to with a folder that can be written.");
            }
        }

        if (reply.Files.Count > 0)
        {
            await terminal.Out.WriteLineAsync();
        }
    }

    private static void Show(Reply reply, Terminal terminal, IAnsiConsole screen)
    {
        if (terminal.IsInteractive)
        {
            var panel = new Panel(new Markup(TerminalText.Markup(reply.Text)))
            {
                Border = BoxBorder.Rounded,
                BorderStyle = reply.Status == ReplyStatus.Emergency ? new Style(Color.Red) : new Style(Color.Grey),
            };
            screen.Write(panel);
        }
        else
        {
            terminal.Out.WriteLine(TerminalText.Plain(reply.Text));
            terminal.Out.WriteLine();
        }

        var choices = reply is { Choices.Count: 0, Status: ReplyStatus.Pathway } ? reply.Suggestions : reply.Choices;
        foreach (var choice in choices)
        {
            terminal.Out.WriteLine($"  - {choice}");
        }

        if (choices.Count > 0)
        {
            terminal.Out.WriteLine();
        }
    }
}
