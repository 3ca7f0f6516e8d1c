using System.Text.Json;
using System.Text.Json.Serialization;
using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Protocol.Activities;

/// <summary>What a channel told the bot. It can be read, kept and compared; it cannot be sent: replies are <see cref="OutgoingActivity"/>.</summary>
/// <remarks>
/// Field names and rules (A2005 …) are those of the Bot Framework Activity specification 3.1 and the Activity Protocol 3.4.
/// Everything but <see cref="Type"/>, <see cref="ChannelId"/> and <see cref="Conversation"/> may be missing.
/// </remarks>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/> or something newer; compared ordinally (rule A2011).</summary>
    public string Type { get; init; } = "";

    /// <summary>The channel's id, on which repeats are recognised. An edit has the id of the message it edits.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel recorded it; null when missing or unreadable (never a reason to refuse, rule A2042).</summary>
    [JsonConverter(typeof(LenientTimeConverter))]
    public DateTimeOffset? Timestamp { get; init; }

    [JsonConverter(typeof(LenientTimeConverter))]
    public DateTimeOffset? LocalTimestamp { get; init; }

    /// <summary>An IANA time zone name.</summary>
    public string? LocalTimezone { get; init; }

    public string ChannelId { get; init; } = "";

    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    /// <summary>The bot itself, as this channel knows it.</summary>
    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount Conversation { get; init; } = new();

    public string? ReplyToId { get; init; }

    /// <summary>The words, with mentions in them. For the words meant for the bot see <see cref="TextForBot"/>.</summary>
    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>Invokes and events: which one. <c>installationUpdate</c> uses <see cref="Action"/> instead.</summary>
    public string? Name { get; init; }

    /// <summary>The data of a card's button, or the payload of an invoke or event. Untrusted.</summary>
    public JsonElement? Value { get; init; }

    public string? ValueType { get; init; }

    /// <summary><c>add</c>, <c>remove</c> and kin on an installation update.</summary>
    public string? Action { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>The channel's own data, as it came. For Teams read <see cref="TeamsData"/>.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>What else the channel sent, kept as it came (rule A2005), but for <c>callerId</c>, which is dropped (rule A2251).</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>True when the replies are the HTTP answer itself.</summary>
    [JsonIgnore]
    public bool ExpectsReplies => DeliveryMode == DeliveryModes.ExpectReplies;

    [JsonIgnore]
    public bool IsInvoke => Type == ActivityTypes.Invoke;

    /// <summary>The channel data read as Teams writes it; empty when it is missing or not an object. Read anew at each call.</summary>
    [JsonIgnore]
    public TeamsChannelData TeamsData => TeamsChannelData.Read(ChannelData);

    /// <summary>The tenant that the activity says it comes from, wherever it says so.</summary>
    [JsonIgnore]
    public string? TenantId => TeamsChannelData.TenantIdIn(ChannelData) ?? Conversation.TenantId;

    /// <summary>The words meant for the bot: its own mention removed, others' mentions as plain names, trimmed. Never null.</summary>
    [JsonIgnore]
    public string TextForBot => MentionText.WithoutMentionsOf(Recipient?.Id, Text, Entities);

    /// <summary>Where a reply goes.</summary>
    /// <param name="serviceUrlProven">True when a validated token named <see cref="ServiceUrl"/>.</param>
    public ConversationReference GetConversationReference(bool serviceUrlProven = false) => new()
    {
        ActivityId = Id,
        Bot = Recipient,
        User = From,
        Conversation = Conversation,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl ?? "",
        ServiceUrlProven = serviceUrlProven,
        Locale = Locale,
        TenantId = TenantId,
    };

    /// <summary>A message in reply to this activity, in its language; who it is from and to is filled in when it is sent.</summary>
    public OutgoingActivity CreateReply(string? text = null) => new() { Text = text, Locale = Locale };

    /// <summary>Says no words, names or ids: this may end up in a log.</summary>
    public override string ToString() => $"{Type} activity";
}

/// <summary>A reaction to a message: <c>like</c>, <c>heart</c>, <c>laugh</c> …</summary>
public sealed record MessageReaction
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
