using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Conversations;

/// <summary>Leads back to a guided conversation that something else interrupted: one line on where we are, and the same question.</summary>
public sealed class PathwayReturn(PathwayCatalogue catalogue, BotWording wording)
{
    public Reply AddTo(Reply reply, Message message)
    {
        if (reply.Pathway is not null || reply.Status == ReplyStatus.Failed || message.Conversation.OpenQuestion is not { } open)
        {
            return reply;
        }

        var place = new PathwayPlace(open.Pathway, catalogue.TitleOf(open.Pathway), open.Step, Ended: false);
        return reply.Status == ReplyStatus.Emergency
            ? reply with { Text = $"{reply.Text}\n\n{wording.Say("PathwayKept", ("title", place.Title))}" }
            : reply with
            {
                Text = $"{reply.Text}\n\n{wording.Say("PathwayBackTo", ("title", place.Title))}\n\n{open.Text}",
                Brief = reply.Brief is { } brief ? $"{brief}\n\n{open.Text}" : null,
                Choices = open.Choices,
                Pathway = place,
            };
    }
}
