using System.CommandLine;
using GuidanceBot.Turns;
using Spectre.Console;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot chat</c>: the same conversation as in Teams, in a terminal.</summary>
internal static class ChatVerb
{
    private static readonly string[] Farewells = ["quit", "exit", "/quit", "/exit", ":q"];

    public static Command Create(Terminal terminal)
    {
        var person = new PersonOptions();
        var command = new Command("chat", "Talk in the terminal. Type 'quit' to end.");
        person.AddTo(command);

        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var program = Composition.ForTerminal(person.Clock(parsed));
            await TalkAsync(program.Turn, new Conversation { Person = person.Person(parsed) }, terminal, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task TalkAsync(TurnBoundary turn, Conversation conversation, Terminal terminal, CancellationToken cancellationToken)
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

            Show(await turn.ReplyToAsync(line, conversation, cancellationToken), terminal, screen);
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

        foreach (var choice in reply.Choices)
        {
            terminal.Out.WriteLine($"  - {choice}");
        }

        if (reply.Choices.Count > 0)
        {
            terminal.Out.WriteLine();
        }
    }
}
