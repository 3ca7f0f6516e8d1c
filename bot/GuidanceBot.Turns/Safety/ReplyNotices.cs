using GuidanceBot.Turns.Safety.PersonalData;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Safety;

/// <summary>What stands above a reply whatever it says: ring 999 if it is happening now, and leave out what identifies a family.</summary>
public sealed class ReplyNotices(SafetyCheck check, BotWording wording)
{
    public Reply AddTo(Reply reply, Message message)
    {
        var lines = Lines(reply, message.Text).ToArray();
        return lines.Length == 0 ? reply : reply with
        {
            Text = string.Join("\n\n", [.. lines, reply.Text]),
            Brief = reply.Brief is { } brief ? string.Join("\n\n", [.. lines, brief]) : null,
        };
    }

    private IEnumerable<string> Lines(Reply reply, string text)
    {
        if (reply.Status != ReplyStatus.Emergency && check.Examine(text).Hint is { Reason: HintReason.General } hint)
        {
            yield return wording.Say(hint.Template);
        }

        if (PersonalDataCheck.Find(text).Count > 0)
        {
            yield return wording.Say("PrivacyReminder");
        }
    }
}
