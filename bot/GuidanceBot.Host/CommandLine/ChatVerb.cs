using System.CommandLine;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;

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
        var command = new Command("chat", "Talk in the terminal. Type words, or the number of a choice; 'quit' ends it.") { folder };
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
        var screen = new ChatScreen(terminal);
        screen.Show(await turn.ReplyToAsync("hello", conversation, cancellationToken), conversation.Person);
        while (true)
        {
            screen.Prompt();
            var line = await terminal.In.ReadLineAsync(cancellationToken);
            if (line is null || Farewells.Contains(line.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                return;
            }

            var reply = await turn.ReplyToAsync(screen.Meant(line), conversation, cancellationToken);
            screen.Show(reply, conversation.Person);
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
}
