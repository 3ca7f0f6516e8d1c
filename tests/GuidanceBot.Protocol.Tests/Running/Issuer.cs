using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GuidanceBot.Protocol.Tests.Running;

/// <summary>The channel's token service: real RSA keys, metadata and key set over HTTP, and tokens as good or as bad as asked for.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Name = "https://api.botframework.com";
    public const string AppId = "11111111-2222-3333-4444-555555555555";

    /// <summary>Made once for all tests: making them takes longer than any test.</summary>
    private static readonly ConcurrentDictionary<string, RSA> Keys = new();

    private readonly ConcurrentDictionary<string, RSA> _published = new();
    private LoopbackServer? _server;
    private int _readings;

    public string Metadata => _server!.Address + "/metadata";

    /// <summary>How often the metadata was read.</summary>
    public int Readings => _readings;

    public bool IsDown { get; set; }

    /// <summary>What each published key vouches for; null leaves the field out.</summary>
    public string[]? Endorsements { get; set; } = ["msteams", "webchat"];

    public RSA Key { get; private set; } = null!;

    public static async Task<Issuer> StartAsync()
    {
        var issuer = new Issuer();
        issuer.RollOver("key-1");
        issuer._server = await LoopbackServer.StartAsync(issuer.AnswerAsync);
        return issuer;
    }

    /// <summary>Signs with a new key from now on, and publishes that one only.</summary>
    public void RollOver(string kid)
    {
        Key = KeyNamed(kid);
        _published.Clear();
        _published[kid] = Key;
    }

    public static RSA KeyNamed(string kid) => Keys.GetOrAdd(kid, _ => RSA.Create(2048));

    public static JsonObject Header(string kid = "key-1") => new() { ["alg"] = "RS256", ["kid"] = kid, ["typ"] = "JWT" };

    public static JsonObject Claims(string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new JsonObject { ["serviceurl"] = serviceUrl, ["nbf"] = now - 60, ["exp"] = now + 3600, ["iss"] = Name, ["aud"] = AppId };
    }

    /// <summary>A good token.</summary>
    public string Token(string serviceUrl, string kid = "key-1") => Sign(Header(kid), Claims(serviceUrl));

    public string Sign(JsonObject header, JsonObject claims)
    {
        var signed = Unsigned(header, claims);
        return $"{signed}.{Encode(Key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Unsigned(JsonObject header, JsonObject claims) =>
        $"{Encode(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        if (IsDown)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        if (http.Request.Path == "/metadata")
        {
            Interlocked.Increment(ref _readings);
            return http.Response.WriteAsync(new JsonObject { ["issuer"] = Name, ["jwks_uri"] = _server!.Address + "/keys" }.ToJsonString());
        }

        var keys = new JsonArray([.. _published.Select(key => Published(key.Key, key.Value.ExportParameters(false)))]);
        return http.Response.WriteAsync(new JsonObject { ["keys"] = keys }.ToJsonString());
    }

    private JsonObject Published(string kid, RSAParameters key)
    {
        var json = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = kid, ["n"] = Encode(key.Modulus), ["e"] = Encode(key.Exponent) };
        if (Endorsements is { } endorsements)
        {
            json["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return json;
    }
}
