using GuidanceBot.State.Secrets;

namespace GuidanceBot.State.Keeping;

/// <summary>The row of a conversation that is named by channel and conversation id, <c>channel|conversation</c>.</summary>
internal static class ConversationKey
{
    public static Guid Of(string key, Pseudonyms pseudonyms)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        return bar < 0
            ? throw new ArgumentException("A conversation is named channel|conversation.", nameof(key))
            : pseudonyms.OfConversation(key[..bar], key[(bar + 1)..]);
    }
}
