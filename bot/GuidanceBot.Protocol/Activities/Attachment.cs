using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GuidanceBot.Protocol.Activities;

/// <summary>A card or a file that travels with a message.</summary>
public sealed record Attachment
{
    /// <summary>Exactly this spelling: Teams and the Playground refuse other capitals.</summary>
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public const string ThumbnailCardType = "application/vnd.microsoft.card.thumbnail";

    public string? ContentType { get; init; }

    /// <summary>A card's JSON, or text. Do not change it after sending: several turns may share it.</summary>
    public JsonNode? Content { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    public string? ThumbnailUrl { get; init; }

    /// <summary>What else the channel sent, kept as it came (rule A2005).</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public static Attachment AdaptiveCard(JsonNode card) => new() { ContentType = AdaptiveCardType, Content = card };

    public override string ToString() => $"{nameof(Attachment)} {ContentType}";
}
