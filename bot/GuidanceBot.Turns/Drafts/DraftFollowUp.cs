using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Drafts;

/// <summary>When a guided conversation stops, saves its answers; when one begins that was saved before, offers them; when it ends, deletes them.</summary>
internal sealed class DraftFollowUp(DraftKeeping drafts, DraftSentences sentences, PathwayCatalogue catalogue, BotWording wording)
{
    public async ValueTask<Reply> AddToAsync(Reply reply, Message message, byte[] before, CancellationToken cancellationToken)
    {
        if (reply.ForgetsPerson)
        {
            await drafts.DeleteAllAsync(message.Conversation, cancellationToken);
        }

        if (reply.Pathway is not { } place)
        {
            return reply;
        }

        var key = PathwayCatalogue.KeyOf(place.Name);
        var memory = PathwayMemory.Read(message.Conversation.Dialogs);
        if (!place.Ended)
        {
            return await OfferAsync(reply, message, place.Name, before, memory, cancellationToken) ?? reply;
        }

        if (memory.Pathway(key)?["done"] is true)
        {
            return await drafts.DeleteAsync(message.Conversation, place.Name, cancellationToken) ? Add(reply, wording.Say("DraftDeletedAtEnd")) : reply;
        }

        return memory.Paused.Any() ? await SaveAsync(reply, message.Conversation, memory, cancellationToken) : reply;
    }

    /// <summary>Each that was stopped; one gone through as a part of another is saved with that.</summary>
    private async ValueTask<Reply> SaveAsync(Reply reply, Conversation conversation, PathwayMemory memory, CancellationToken cancellationToken)
    {
        Draft? saved = null;
        foreach (var key in memory.Paused.Where(key => memory.Pathway(key)?["partOf"] is not string))
        {
            saved = await drafts.SaveAsync(conversation, catalogue.NameOf(key) ?? key, memory, cancellationToken) ?? saved;
        }

        return saved is null ? reply : Add(reply, sentences.Saved(saved));
    }

    /// <summary>The pathway has just been begun, and there are saved answers: it stays where it was until the person has chosen.</summary>
    private async ValueTask<Reply?> OfferAsync(
        Reply reply, Message message, string pathway, byte[] before, PathwayMemory memory, CancellationToken cancellationToken)
    {
        var conversation = message.Conversation;
        var key = PathwayCatalogue.KeyOf(pathway);
        if (conversation.OfferedDraft == pathway)
        {
            conversation.OfferedDraft = null; // what has begun is the draft
            return null;
        }

        if (memory.At != key || PathwayMemory.Read(before).Pathway(key) is not null)
        {
            return null;
        }

        var found = await drafts.FindAsync(conversation, pathway, cancellationToken);
        if (found.Draft is not { } draft)
        {
            return found.Expired ? reply with { Text = $"{sentences.Nothing(expired: true)}\n\n{reply.Text}" } : null;
        }

        conversation.Dialogs = before;
        conversation.OpenQuestion = null;
        conversation.OfferedDraft = pathway;
        return new Reply
        {
            Status = ReplyStatus.Pathway,
            Text = sentences.Offer(pathway, draft),
            Suggestions = wording.Phrases("DraftButtons"),
            Confidence = 1,
        };
    }

    private static Reply Add(Reply reply, string line) => reply with { Text = $"{reply.Text}\n\n{line}" };
}
