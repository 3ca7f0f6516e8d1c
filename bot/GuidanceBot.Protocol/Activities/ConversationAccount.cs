using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidanceBot.Protocol.Activities;

/// <summary>A chat, group chat or channel thread. Echoed back as it came.</summary>
public sealed record ConversationAccount
{
    /// <summary>Opaque. A thread in a Teams channel holds <c>;messageid=</c> and its root's id.</summary>
    public string? Id { get; init; }

    /// <summary>One of <see cref="ConversationTypes"/> in Teams; missing elsewhere.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public bool? IsGroup { get; init; }

    public string? Name { get; init; }

    /// <summary>What else the channel sent, kept as it came (rule A2005).</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Names nobody: this may end up in a log.</summary>
    public override string ToString() => nameof(ConversationAccount);
}
