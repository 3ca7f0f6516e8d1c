using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Commands;

/// <summary>Messages that are not questions: hello, help, thanks, "contacts", "more". Their words are in <c>bot/wording/commands.lg</c>.</summary>
public sealed class CommandStep(CommandWords words, AnswerComposer composer, BotWording wording) : ITurnStep
{
    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Reply(message));

    private Reply? Reply(Message message) => words.Read(message.Text) switch
    {
        Command.Hello => new Reply { Status = ReplyStatus.Welcome, Text = wording.Say("Welcome") },
        Command.Help => new Reply { Status = ReplyStatus.Welcome, Text = wording.Say("Help"), Suggestions = wording.Phrases("HelpButtons") },
        Command.Thanks => new Reply { Status = ReplyStatus.Welcome, Text = wording.Say("Thanks") },
        Command.Contacts => composer.MainContacts(message.Conversation.Person.Area, message.At),
        Command.More => Last(message) is { } id ? composer.Whole(id, message.At, showAnyway: false) : null,
        Command.ShowAnyway => Last(message) is { } id ? composer.Whole(id, message.At, showAnyway: true) : null,
        Command.None => null,
    };

    private static PassageId? Last(Message message) => message.Conversation.LastPassages is [var first, ..] ? first : null;
}
