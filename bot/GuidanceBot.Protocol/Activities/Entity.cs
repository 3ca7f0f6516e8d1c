using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidanceBot.Protocol.Activities;

/// <summary>Something a channel says about an activity. What is not understood is ignored (rules A2104, A2105).</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    /// <summary>Mentions: who is mentioned.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>Mentions: the words in <see cref="Activity.Text"/> that stand for them.</summary>
    public string? Text { get; init; }

    /// <summary>Client information: the language of the person's client, when <see cref="Activity.Locale"/> is missing.</summary>
    public string? Locale { get; init; }

    /// <summary>Client information: ISO 3166, for example GB.</summary>
    public string? Country { get; init; }

    /// <summary>Client information: Web, Windows, iOS …</summary>
    public string? Platform { get; init; }

    /// <summary>Client information: an IANA time zone name.</summary>
    public string? Timezone { get; init; }

    /// <summary>Everything else, by its name on the wire.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public override string ToString() => $"{nameof(Entity)} {Type}";
}

/// <summary>The <see cref="Entity.Type"/> values that are read.</summary>
public static class EntityTypes
{
    public const string Mention = "mention";
    public const string ClientInfo = "clientInfo";

    /// <summary>The message was meant for the bot's eyes only: a slash command in a group chat or a channel.</summary>
    public const string TargetedMessage = "targetedMessageInfo";
}
