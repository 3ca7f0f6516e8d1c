using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace GuidanceBot.Protocol.Authentication;

/// <summary>A key the channel service signs with, and the channels it vouches for.</summary>
internal sealed class ChannelKey
{
    private readonly string[] _endorsements;

    private ChannelKey(JsonWebKey key, string[] endorsements) => (Key, _endorsements) = (key, endorsements);

    public JsonWebKey Key { get; }

    public bool Endorses(string channelId) => Array.IndexOf(_endorsements, channelId) >= 0;

    /// <returns>The key; null when it is not one that signs RSA tokens.</returns>
    public static ChannelKey? From(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, N.Length: > 0, E.Length: > 0 } && key.Use is null or "" or "sig"
            ? new ChannelKey(key, EndorsementsOf(key))
            : null;

    private static string[] EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
