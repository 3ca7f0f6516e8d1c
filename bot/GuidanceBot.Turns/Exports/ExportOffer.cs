using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Exports;

/// <summary>When a guided conversation has come to its end, offers its summary and documents.</summary>
internal sealed class ExportOffer(ExportWords words, LeafletMaker leaflets, SummaryMaker summaries, BotWording wording)
{
    public Reply AddTo(Reply reply, Message message)
    {
        if (reply.Pathway is not { Ended: true } place || reply.Suggestions.Count > 0)
        {
            return reply;
        }

        var memory = PathwayMemory.Read(message.Conversation.Dialogs);
        if (summaries.Make(place.Name, memory) is not { Finished: true })
        {
            return reply;
        }

        message.Conversation.LastPathway = place.Name;
        return reply with { Suggestions = ExportButtons.Of(place.Name, words, leaflets, wording) };
    }
}
