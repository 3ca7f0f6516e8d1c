namespace GuidanceBot.Turns;

/// <summary>Where conversations are kept between messages.</summary>
public interface IConversations
{
    /// <summary>The conversation of a channel and conversation id, new when it is not known. Change it only during its turn; then <see cref="SaveAsync"/>.</summary>
    ValueTask<Conversation> GetAsync(string key, CancellationToken cancellationToken);

    ValueTask SaveAsync(string key, Conversation conversation, CancellationToken cancellationToken);

    /// <summary>Forgets it at once, when the person asks or the app is removed.</summary>
    ValueTask ForgetAsync(string key, CancellationToken cancellationToken);
}
