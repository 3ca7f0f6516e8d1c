using System.CommandLine;
using System.Text.Json;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot ask "question" [--json]</c>: one answer.</summary>
internal static class AskVerb
{
    public static Command Create(Terminal terminal)
    {
        var question = new Argument<string[]>("question")
        {
            Description = "The question, as you would type it.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print the reply as one JSON object." };
        var person = new PersonOptions();
        var command = new Command("ask", "Answer one question.") { question, json };
        person.AddTo(command);

        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var program = Composition.ForTerminal(person.Clock(parsed));
            var conversation = new Conversation { Person = person.Person(parsed) };
            var reply = await program.Turn.ReplyToAsync(string.Join(' ', parsed.GetValue(question)!), conversation, cancellationToken);

            await terminal.Out.WriteLineAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(reply, ReplyJson.Readable.Reply)
                : TerminalText.Render(reply.Text, terminal));
            return reply.Status == ReplyStatus.Failed ? ExitCode.CheckFailed : ExitCode.Done;
        });
        return command;
    }
}
