using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidanceBot.Protocol.Activities;

/// <summary>A person or a bot, as the channel knows them. Ids are compared ordinally and never taken apart.</summary>
public sealed record ChannelAccount
{
    /// <summary>In Teams <c>29:…</c> for a person and <c>28:{appId}</c> for a bot; elsewhere anything.</summary>
    public string? Id { get; init; }

    /// <summary>The display name; often missing, so never rely on it.</summary>
    public string? Name { get; init; }

    /// <summary>The person's object id in Microsoft Entra, the same in every conversation.</summary>
    public string? AadObjectId { get; init; }

    /// <summary><c>user</c>, <c>bot</c> or missing.</summary>
    public string? Role { get; init; }

    /// <summary>Only on members that were asked for: <c>ConnectorClient.GetConversationMemberAsync</c>.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Only on members that were asked for.</summary>
    public string? Email { get; init; }

    /// <summary>Only on members that were asked for, and then only in Teams.</summary>
    public string? TenantId { get; init; }

    /// <summary>What else the channel sent, kept as it came (rule A2005).</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Names nobody: this may end up in a log.</summary>
    public override string ToString() => nameof(ChannelAccount);
}
