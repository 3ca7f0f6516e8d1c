using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Protocol.Activities;

/// <summary>What the bot can say about its own message: a closed set, <see cref="MentionEntity"/> and <see cref="MessageEntity"/>.</summary>
public abstract record OutgoingEntity
{
    private protected OutgoingEntity()
    {
    }
}

/// <summary>A mention of somebody. The message's text must contain <see cref="Text"/> exactly, or Teams ignores it.</summary>
public sealed record MentionEntity : OutgoingEntity
{
    public MentionEntity(string id, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Id, Name, Text) = (id, name, MentionText.Mention(name));
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary>The words to put into the message: <c>&lt;at&gt;Name&lt;/at&gt;</c>, the name escaped.</summary>
    public string Text { get; }

    public override string ToString() => nameof(MentionEntity);
}
