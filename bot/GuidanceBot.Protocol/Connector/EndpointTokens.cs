using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GuidanceBot.Protocol.Connector;

/// <summary>
/// OAuth 2.0 client credentials (RFC 6749, 4.4) against <see cref="BotOptions.TokenEndpoint"/>, with the secret or an assertion
/// signed with the certificate (RFC 7523).
/// </summary>
/// <remarks>Only for that setting: Microsoft.Identity.Client takes no plain http, not even on loopback, and no foreign endpoint.</remarks>
internal sealed class EndpointTokens(BotOptions options, X509Certificate2? certificate, HttpClient http, CallRetries retries, TimeProvider time)
    : IBotTokenSource
{
    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LifeUnlessSaid = TimeSpan.FromMinutes(10);

    private readonly JsonWebTokenHandler _assertions = new();

    public async Task<BotToken> AcquireAsync(bool renew, CancellationToken cancellationToken)
    {
        using var response = await retries.Repeatable.ExecuteAsync(
            static async (self, token) => await self.PostAsync(token), this, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"The token endpoint answered {(int)response.StatusCode}.", inner: null, response.StatusCode);
        }

        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var life = answer.RootElement.TryGetProperty("expires_in", out var seconds) && TryReadSeconds(seconds, out var said) ? said : LifeUnlessSaid;
        return answer.RootElement.TryGetProperty("access_token", out var value) && value.GetString() is { Length: > 0 } bearer
            ? new BotToken(bearer, time.GetUtcNow() + life)
            : throw new HttpRequestException("The token endpoint's answer has no access_token.");
    }

    private async Task<HttpResponseMessage> PostAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(Form());
        return await http.PostAsync(options.TokenEndpoint, form, cancellationToken);
    }

    private IEnumerable<KeyValuePair<string, string>> Form()
    {
        yield return new("grant_type", "client_credentials");
        yield return new("client_id", options.AppId!);
        yield return new("scope", BotCloudAddresses.For(options).Scope);
        if (certificate is null)
        {
            yield return new("client_secret", options.ClientSecret ?? "");
        }
        else
        {
            yield return new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            yield return new("client_assertion", Assertion(certificate));
        }
    }

    private string Assertion(X509Certificate2 signer)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return _assertions.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.AppId,
            Audience = options.TokenEndpoint,
            Claims = new Dictionary<string, object> { ["sub"] = options.AppId!, ["jti"] = Guid.NewGuid().ToString() },
            NotBefore = now,
            IssuedAt = now,
            Expires = now + AssertionLife,
            SigningCredentials = new X509SigningCredentials(signer),
        });
    }

    /// <summary>Some servers write the seconds as text.</summary>
    private static bool TryReadSeconds(JsonElement value, out TimeSpan life)
    {
        var read = value.ValueKind == JsonValueKind.Number ? value.TryGetInt32(out var seconds) : int.TryParse(value.ToString(), out seconds);
        life = TimeSpan.FromSeconds(seconds);
        return read && seconds > 0;
    }
}
