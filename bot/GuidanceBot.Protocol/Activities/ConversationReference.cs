using System.Text.Json.Serialization;

namespace GuidanceBot.Protocol.Activities;

/// <summary>Where to send: enough to reply now, or to write first another day. Plain data that a store can keep.</summary>
/// <remarks>Overwrite the stored one with each newer one: service URLs change.</remarks>
public sealed record ConversationReference
{
    /// <summary>The activity that is replied to; null when the bot writes first.</summary>
    public string? ActivityId { get; init; }

    public ChannelAccount? Bot { get; init; }

    public ChannelAccount? User { get; init; }

    public ConversationAccount Conversation { get; init; } = new();

    public string ChannelId { get; init; } = "";

    /// <summary>The base address of the channel's connector.</summary>
    public string ServiceUrl { get; init; } = "";

    /// <summary>
    /// True when a validated token named this very <see cref="ServiceUrl"/>. Only then does the bot send its own token there;
    /// an unproven address must be loopback and gets none.
    /// </summary>
    public bool ServiceUrlProven { get; init; }

    /// <summary>
    /// What is sent is for <see cref="User"/>'s eyes only, in a group chat or a channel of Teams (a "targeted message"). Where the
    /// channel cannot do that, everybody there sees it.
    /// </summary>
    public bool OnlyForUser { get; init; }

    public string? Locale { get; init; }

    /// <summary>The tenant of the conversation, when the channel said it.</summary>
    public string? TenantId { get; init; }

    /// <summary>The same conversation, with nothing to reply to.</summary>
    public ConversationReference ForNewMessage() => ActivityId is null ? this : this with { ActivityId = null };

    /// <summary>True in a thread of a Teams channel.</summary>
    [JsonIgnore]
    public bool IsChannel => Conversation.ConversationType == ConversationTypes.Channel;

    public override string ToString() => nameof(ConversationReference);
}
