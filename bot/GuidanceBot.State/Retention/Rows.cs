using System.Linq.Expressions;
using GuidanceBot.State.Model;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.State.Retention;

/// <summary>Deletes what is kept of a person or a conversation, in every table.</summary>
internal static class Rows
{
    /// <summary>Everything of these conversations. One with replies still under way keeps its counters, without a word, until they are out.</summary>
    public static async Task ForgetConversationsAsync(
        StateContext db, Expression<Func<ConversationRow, bool>> which, CancellationToken cancellationToken)
    {
        foreach (var key in await db.Conversations.Where(which).Select(row => row.Key).ToListAsync(cancellationToken))
        {
            await ForgetRecordsOfAsync(db, key, cancellationToken);
        }

        await ClearAsync(db.Conversations.Where(which), cancellationToken);
        await DeleteClearedAsync(db, cancellationToken);
    }

    /// <summary>Everything of a person, their personal chats included.</summary>
    public static async Task ForgetPersonAsync(StateContext db, Guid person, CancellationToken cancellationToken)
    {
        await db.People.Where(row => row.Person == person).ExecuteDeleteAsync(cancellationToken);
        await db.Drafts.Where(row => row.Person == person).ExecuteDeleteAsync(cancellationToken);
        await db.Feedback.Where(row => row.Person == person).ExecuteDeleteAsync(cancellationToken);
        await db.Shown.Where(row => row.Person == person).ExecuteDeleteAsync(cancellationToken);
        await db.Faults.Where(row => row.Key == person).ExecuteDeleteAsync(cancellationToken);
        await ForgetConversationsAsync(db, row => row.Person == person, cancellationToken);
    }

    /// <summary>What refers to a conversation from other tables. Replies that wait are still delivered, and gone then.</summary>
    public static async Task ForgetRecordsOfAsync(StateContext db, Guid conversation, CancellationToken cancellationToken)
    {
        await db.Activities.Where(row => row.Conversation == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Feedback.Where(row => row.Conversation == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Shown.Where(row => row.Conversation == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Faults.Where(row => row.Key == conversation).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(row => row.Conversation == conversation && row.GivenUpAt != null).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Conversations that hold nothing any more.</summary>
    public static Task<int> DeleteClearedAsync(StateContext db, CancellationToken cancellationToken) => db.Conversations
        .Where(row => row.State == null && row.Address == null && row.Enqueued == row.Delivered)
        .ExecuteDeleteAsync(cancellationToken);

    private static Task<int> ClearAsync(IQueryable<ConversationRow> rows, CancellationToken cancellationToken)
    {
        // A turn under way that has read the old row must not write it back.
        var version = Transactions.TurnStore.NewVersion();
        return rows.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.State, (byte[]?)null)
                .SetProperty(row => row.Address, (byte[]?)null)
                .SetProperty(row => row.AddressDigest, (Guid?)null)
                .SetProperty(row => row.Person, (Guid?)null)
                .SetProperty(row => row.Version, version),
            cancellationToken);
    }
}
