namespace GuidanceBot.Turns;

/// <summary>Where conversations are kept between messages.</summary>
public interface IConversations
{
    /// <summary>The conversation, new when it is not known. Change it only during its turn; then <see cref="SaveAsync"/>.</summary>
    /// <param name="key">Channel and conversation id.</param>
    ValueTask<Conversation> GetAsync(string key, CancellationToken cancellationToken);

    ValueTask SaveAsync(string key, Conversation conversation, CancellationToken cancellationToken);

    /// <summary>Forgets it at once, when the person asks or the app is removed.</summary>
    ValueTask ForgetAsync(string key, CancellationToken cancellationToken);
}
