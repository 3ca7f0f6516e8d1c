namespace GuidanceBot.Turns.Keeping;

/// <summary>Keeps which passages a person was shown, so that they can be told when guidance they acted on changes. Never what they asked.</summary>
/// <remarks>In a turn, it is kept when the turn is.</remarks>
public interface IShownGuidance
{
    /// <param name="conversation">The key of the conversation, as for <see cref="IConversations"/>.</param>
    /// <param name="person">Whom; null when the channel did not say.</param>
    /// <param name="passages">What they saw.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask AddAsync(string conversation, PersonKey? person, IReadOnlyList<ShownPassage> passages, CancellationToken cancellationToken);
}

/// <summary>A passage as it was shown.</summary>
/// <param name="Passage">Its id.</param>
/// <param name="Edition">The edition or the date it takes effect, as the document says.</param>
/// <param name="Status">What the reply was: one of <see cref="ReplyStatus"/>.</param>
public sealed record ShownPassage(string Passage, string Edition, string Status);
