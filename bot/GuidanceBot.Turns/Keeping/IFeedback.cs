namespace GuidanceBot.Turns.Keeping;

/// <summary>Keeps what people think of answers.</summary>
public interface IFeedback
{
    /// <param name="conversation">The key of the conversation, as for <see cref="IConversations"/>.</param>
    /// <param name="person">Whose; null when the channel did not say.</param>
    /// <param name="feedback">What they said.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask AddAsync(string conversation, PersonKey? person, Feedback feedback, CancellationToken cancellationToken);
}

/// <summary>What somebody thinks of an answer.</summary>
/// <param name="Reaction"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Words">What they wrote, checked for what identifies a family before it comes here; empty when nothing.</param>
/// <param name="Passages">The ids of the passages that the answer quoted.</param>
public sealed record Feedback(string Reaction, string Words, IReadOnlyList<string> Passages)
{
    /// <summary>Says no words: this may end up in a log.</summary>
    public override string ToString() => nameof(Feedback);
}
