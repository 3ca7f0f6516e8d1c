using GuidanceBot.Turns.Conversations;
using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Drafts;

/// <summary>"Save for later", "resume" on another day, "go on" or "start again" with saved answers, and "forget this".</summary>
internal sealed class DraftStep(
    DraftWords words, DraftKeeping drafts, DraftSentences sentences, PathwayDefinitions definitions, PathwayStep pathways, PathwayCatalogue catalogue, BotWording wording)
    : ITurnStep
{
    /// <summary>What the dialogs take for a stop.</summary>
    private const string Stop = "stop";

    public async ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        var conversation = message.Conversation;
        var wish = words.Read(message.Text);
        if (wish == DraftWish.Forget)
        {
            return await ForgetAsync(conversation, cancellationToken);
        }

        if (conversation.OfferedDraft is { } offered)
        {
            switch (wish)
            {
                case DraftWish.GoOn or DraftWish.Resume when (await drafts.FindAsync(conversation, offered, cancellationToken)).Draft is { } draft:
                    return await GoOnAsync(message, offered, draft, cancellationToken);
                case DraftWish.StartAgain:
                    return await StartAgainAsync(message, offered, cancellationToken);
            }

            conversation.OfferedDraft = null;
        }

        return wish switch
        {
            DraftWish.Save when PathwayMemory.Read(conversation.Dialogs).At is not null => await pathways.ReplyToAsync(message with { Text = Stop }, cancellationToken),
            DraftWish.Resume => await ResumeAsync(message, cancellationToken),
            _ => null,
        };
    }

    /// <summary>"Resume" when nothing of this conversation was stopped: what was saved on another day.</summary>
    private async ValueTask<Reply?> ResumeAsync(Message message, CancellationToken cancellationToken)
    {
        var conversation = message.Conversation;
        var memory = PathwayMemory.Read(conversation.Dialogs);
        if (memory.At is not null || memory.Paused.Any())
        {
            return null;
        }

        var found = await drafts.FindAllAsync(conversation, cancellationToken);
        FoundDraft[] usable = [.. found.Where(draft => draft.Draft is not null)];
        switch (usable)
        {
            case []:
                return Say(sentences.Nothing(expired: found.Count > 0), wording.Phrases("DraftNoneButtons"));
            case [{ Draft: { } draft } one] when !sentences.IsOfAnotherEdition(one.Pathway, draft):
                return await GoOnAsync(message, one.Pathway, draft, cancellationToken);
            case [{ Draft: { } draft } one]:
                conversation.OfferedDraft = one.Pathway;
                return Say(sentences.Offer(one.Pathway, draft), wording.Phrases("DraftButtons"));
            default:
                return Say(wording.Say("DraftWhich"), [.. usable.Select(draft => PathwayCatalogue.StartWords(draft.Pathway))]);
        }
    }

    private async ValueTask<Reply?> GoOnAsync(Message message, string pathway, Draft draft, CancellationToken cancellationToken)
    {
        var conversation = message.Conversation;
        conversation.Dialogs = draft.PutInto(conversation.Dialogs, definitions);
        conversation.OfferedDraft = pathway; // what begins now is this draft: it is not offered again
        return await pathways.ReplyToAsync(message with { Text = PathwayCatalogue.StartWords(pathway) }, cancellationToken);
    }

    private async ValueTask<Reply?> StartAgainAsync(Message message, string pathway, CancellationToken cancellationToken)
    {
        message.Conversation.OfferedDraft = null;
        await drafts.DeleteAsync(message.Conversation, pathway, cancellationToken);
        var reply = await pathways.ReplyToAsync(message with { Text = PathwayCatalogue.StartWords(pathway) }, cancellationToken);
        return reply is null ? null : reply with { Text = $"{wording.Say("DraftDeleted")}\n\n{reply.Text}" };
    }

    /// <summary>All answers, of this conversation and saved ones.</summary>
    private async ValueTask<Reply> ForgetAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var memory = PathwayMemory.Read(conversation.Dialogs);
        var name = catalogue.NameOf(memory.At) ?? conversation.LastPathway;
        var saved = await drafts.DeleteAllAsync(conversation, cancellationToken);
        conversation.Dialogs = [];
        conversation.OpenQuestion = null;
        conversation.OfferedDraft = null;
        conversation.LastPathway = null;
        return new Reply
        {
            Status = ReplyStatus.Pathway,
            Text = wording.Say("DraftForgotten", ("saved", saved)),
            Pathway = name is null ? null : new PathwayPlace(name, catalogue.TitleOf(name), null, Ended: true),
            Confidence = 1,
        };
    }

    private static Reply Say(string text, IReadOnlyList<string> suggestions) =>
        new() { Status = ReplyStatus.Pathway, Text = text, Suggestions = suggestions, Confidence = 1 };
}
