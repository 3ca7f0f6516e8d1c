using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Commands;

/// <summary>"I'm a champion in Derbyshire": kept for this conversation, and changed or forgotten by saying so.</summary>
public sealed class PersonStep(PersonWords words, BotWording wording) : ITurnStep
{
    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Reply(message));

    private Reply? Reply(Message message)
    {
        var conversation = message.Conversation;
        if (words.AsksToChange(message.Text))
        {
            conversation.Person = new Person();
            return new Reply
            {
                Status = ReplyStatus.Welcome,
                Text = wording.Say("PersonForgotten"),
                Suggestions = wording.Phrases("PersonExamples"),
            };
        }

        if (words.Read(message.Text, conversation.Person) is not { } person)
        {
            return null;
        }

        conversation.Person = person;
        return new Reply
        {
            Status = ReplyStatus.Welcome,
            Text = wording.Say(
                "PersonKept",
                ("work", person.Work ?? wording.Say("RoleName", ("role", person.Role.ToString()))),
                ("area", person.Area is { } area ? wording.Say("AreaName", ("area", area.ToString().ToLowerInvariant())) : "")),
        };
    }
}
