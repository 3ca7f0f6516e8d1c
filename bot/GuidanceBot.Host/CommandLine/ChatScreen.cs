using System.Globalization;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Cards;
using Spectre.Console;

namespace GuidanceBot.Host.CommandLine;

/// <summary>Shows replies in a terminal: framed and in colour where a person looks on and the terminal can, plain where not.</summary>
/// <remarks>What can be chosen is a numbered list, and not one to move in: whoever must type "he is not breathing" can, at any moment.</remarks>
internal sealed class ChatScreen(Terminal terminal)
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
    private IReadOnlyList<string> _choices = [];

    public void Prompt()
    {
        if (terminal.IsInteractive)
        {
            _console.Markup("[bold]>[/] ");
        }
    }

    /// <summary>A number that stands in the list means what stands there; anything else means itself.</summary>
    public string Meant(string typed) =>
        int.TryParse(typed.AsSpan().Trim().TrimEnd("."), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _choices.Count
            ? _choices[number - 1]
            : typed;

    public void Show(Reply reply, Person person)
    {
        var shown = person.Role == Audience.Ambulance ? ReplyCards.ForCrew(reply) : reply;
        ShowText(shown);
        ShowChoices(shown.Choices.Count > 0 ? shown.Choices : shown.Suggestions);
    }

    private void ShowText(Reply reply)
    {
        if (!terminal.IsInteractive)
        {
            terminal.Out.WriteLine(TerminalText.Plain(reply.Text));
            terminal.Out.WriteLine();
            return;
        }

        var (colour, border) = reply.Status switch
        {
            ReplyStatus.Emergency => (Color.Red, BoxBorder.Heavy),
            ReplyStatus.NeedsPerson or ReplyStatus.Declined => (Color.Yellow, BoxBorder.Rounded),
            ReplyStatus.Pathway => (Color.Teal, BoxBorder.Rounded),
            _ => (Color.Grey, BoxBorder.Rounded),
        };
        _console.Write(new Panel(new Markup(TerminalText.Markup(reply.Text))) { Border = border, BorderStyle = new Style(colour), Padding = new Padding(1, 0) });
    }

    private void ShowChoices(IReadOnlyList<string> choices)
    {
        _choices = choices;
        if (choices.Count == 0)
        {
            return;
        }

        for (var i = 0; i < choices.Count; i++)
        {
            if (terminal.IsInteractive)
            {
                _console.MarkupLine($"  [bold teal]{i + 1,2}[/] {Markup.Escape(choices[i])}");
            }
            else
            {
                terminal.Out.WriteLine($"  {i + 1}. {choices[i]}");
            }
        }

        terminal.Out.WriteLine();
    }
}
