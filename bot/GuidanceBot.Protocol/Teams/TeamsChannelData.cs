using System.Text.Json;

namespace GuidanceBot.Protocol.Teams;

/// <summary>What Teams adds to an activity in <c>channelData</c>. Any of it may be missing.</summary>
public sealed record TeamsChannelData
{
    public TeamsIdentity? Tenant { get; init; }

    /// <summary>Only in a team's channel.</summary>
    public TeamsIdentity? Team { get; init; }

    /// <summary>Only in a team's channel.</summary>
    public TeamsIdentity? Channel { get; init; }

    /// <summary><c>teamMemberAdded</c>, <c>editMessage</c>, <c>undeleteMessage</c>, <c>softDeleteMessage</c> …</summary>
    public string? EventType { get; init; }

    /// <summary>Where the activity began: <c>message</c> for a card's button, <c>compose</c> for the compose box.</summary>
    public TeamsSource? Source { get; init; }

    public TeamsSettings? Settings { get; init; }

    internal static TeamsChannelData Empty { get; } = new();

    /// <summary>Alone, because every turn asks for it.</summary>
    internal static string? TenantIdIn(JsonElement? channelData) =>
        channelData is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("tenant"u8, out var tenant) && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id"u8, out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    internal static TeamsChannelData Read(JsonElement? channelData)
    {
        if (channelData is not { ValueKind: JsonValueKind.Object } json)
        {
            return Empty;
        }

        try
        {
            return json.Deserialize(TeamsJson.Default.TeamsChannelData) ?? Empty;
        }
        catch (JsonException)
        {
            // Another channel may use the same names for something else (rule A2201: then ignore it).
            return Empty;
        }
    }
}

/// <summary>A tenant, team or channel.</summary>
public sealed record TeamsIdentity
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Teams only: the Microsoft Entra group behind it.</summary>
    public string? AadGroupId { get; init; }

    public override string ToString() => nameof(TeamsIdentity);
}

public sealed record TeamsSource
{
    public string? Name { get; init; }
}

/// <summary>On installation: the channel that was chosen for the bot's messages.</summary>
public sealed record TeamsSettings
{
    public TeamsIdentity? SelectedChannel { get; init; }
}
