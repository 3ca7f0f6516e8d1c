using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Commands;

/// <summary>"Forget me": all that is kept of the person goes, at once. Its words are in <c>bot/wording/people.lg</c>.</summary>
public sealed class ForgetStep(BotWording wording) : ITurnStep
{
    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        if (!wording.Phrases("ForgetMeWords").Contains(PlainWords.Of(message.Text)))
        {
            return ValueTask.FromResult<Reply?>(null);
        }

        message.Conversation.Forget();
        return ValueTask.FromResult<Reply?>(new Reply { Status = ReplyStatus.Welcome, Text = wording.Say("ForgottenYou"), ForgetsPerson = true });
    }
}
