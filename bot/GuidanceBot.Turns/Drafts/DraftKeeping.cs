using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.Turns.Drafts;

/// <summary>Saves the answers of a guided conversation for another day: one draft for each person and pathway.</summary>
/// <remarks>Where the channel does not say who it is, or the store does not answer, nothing is saved and nothing is found.</remarks>
internal sealed class DraftKeeping(IDrafts drafts, DraftLifetime lifetime, PathwayDefinitions definitions, PathwayCatalogue catalogue, TimeProvider clock)
{
    public DraftLifetime Lifetime => lifetime;

    /// <returns>Null when nothing is answered or nothing can be saved.</returns>
    public async ValueTask<Draft?> SaveAsync(Conversation conversation, string pathway, PathwayMemory memory, CancellationToken cancellationToken)
    {
        if (OwnerOf(conversation) is not { } owner
            || definitions.Find(pathway) is not { } definition
            || Draft.Of(definition, memory, definitions, clock.GetUtcNow()) is not { } draft)
        {
            return null;
        }

        await drafts.SaveAsync(owner, pathway, draft.Write(), cancellationToken);
        return draft;
    }

    public async ValueTask<FoundDraft> FindAsync(Conversation conversation, string pathway, CancellationToken cancellationToken)
    {
        if (OwnerOf(conversation) is not { } owner || await drafts.GetAsync(owner, pathway, cancellationToken) is not { } kept)
        {
            return new FoundDraft(pathway, null, Expired: false);
        }

        var draft = Draft.Read(kept);
        var expired = draft is not null && clock.GetUtcNow() - draft.SavedAt > lifetime.Length;
        if (draft is null || expired)
        {
            await drafts.DeleteAsync(owner, pathway, cancellationToken);
            return new FoundDraft(pathway, null, expired);
        }

        return new FoundDraft(pathway, draft, Expired: false);
    }

    public async ValueTask<IReadOnlyList<FoundDraft>> FindAllAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var found = new List<FoundDraft>();
        foreach (var pathway in catalogue.Names)
        {
            found.Add(await FindAsync(conversation, pathway, cancellationToken));
        }

        return [.. found.Where(draft => draft.Draft is not null || draft.Expired)];
    }

    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> DeleteAsync(Conversation conversation, string pathway, CancellationToken cancellationToken)
    {
        if (OwnerOf(conversation) is not { } owner || await drafts.GetAsync(owner, pathway, cancellationToken) is null)
        {
            return false;
        }

        await drafts.DeleteAsync(owner, pathway, cancellationToken);
        return true;
    }

    /// <returns>How many there were.</returns>
    public async ValueTask<int> DeleteAllAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var pathway in catalogue.Names)
        {
            deleted += await DeleteAsync(conversation, pathway, cancellationToken) ? 1 : 0;
        }

        return deleted;
    }

    private static PersonKey? OwnerOf(Conversation conversation) => conversation.LostItsPlace ? null : conversation.Owner;
}

/// <summary>What was found of a saved conversation.</summary>
/// <param name="Pathway">Its name.</param>
/// <param name="Draft">The answers; null when there are none.</param>
/// <param name="Expired">There were some, past their lifetime: they have been deleted just now.</param>
internal sealed record FoundDraft(string Pathway, Draft? Draft, bool Expired);
