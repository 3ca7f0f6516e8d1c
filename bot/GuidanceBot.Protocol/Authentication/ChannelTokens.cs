using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GuidanceBot.Protocol.Authentication;

/// <summary>Checks the token of a request: the channel's signature, issuer, audience and lifetime. Nothing is taken from an unproven token.</summary>
/// <remarks>Bot Framework Connector authentication, "Connector to Bot". Every check fails closed.</remarks>
internal sealed class ChannelTokens
{
    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private const int LongestToken = 16 * 1024;
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly ChannelKeys _keys;
    private readonly TimeProvider _time;
    private readonly string? _appId;
    private readonly string _issuer;

    public ChannelTokens(BotOptions options, ChannelKeys keys, TimeProvider time)
    {
        (_keys, _time, _appId) = (keys, time, options.AppId);
        _issuer = BotCloudAddresses.For(options).Issuer;
    }

    /// <param name="token">A compact JWT, without "Bearer".</param>
    /// <param name="cancellationToken">Ends the wait for the channel's keys.</param>
    public async ValueTask<TokenVerdict> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (_appId is null)
        {
            return TokenVerdict.Refused("no Bot:AppId");
        }

        if (token.Length > LongestToken || token.AsSpan().Count('.') != 2 || !_handler.CanReadToken(token))
        {
            return TokenVerdict.Refused("not a signed token");
        }

        if (Read(token) is not { } unproven)
        {
            return TokenVerdict.Refused("not a readable token");
        }

        if (!Algorithms.Contains(unproven.Alg, StringComparer.Ordinal))
        {
            return TokenVerdict.Refused("algorithm");
        }

        if (unproven.Kid is not { Length: > 0 } kid)
        {
            return TokenVerdict.Refused("no key id");
        }

        // Before the keys are asked for: a token of somebody else's must not cause a call.
        if (!string.Equals(unproven.Issuer, _issuer, StringComparison.Ordinal))
        {
            return TokenVerdict.Refused("issuer");
        }

        if (await _keys.FindAsync(kid, cancellationToken) is not { } key)
        {
            return _keys.Any ? TokenVerdict.Refused("unknown key id") : TokenVerdict.Unavailable;
        }

        var result = await _handler.ValidateTokenAsync(unproven, ParametersFor(key));
        return result.IsValid && result.SecurityToken is JsonWebToken proven
            ? TokenVerdict.Proven(new ChannelCaller(key, ServiceUrlIn(proven)))
            : TokenVerdict.Refused(ReasonOf(result.Exception));
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return _handler.ReadJsonWebToken(token);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters ParametersFor(ChannelKey key) => new()
    {
        ValidIssuer = _issuer,
        AudienceValidator = IsForThisBot,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidateIssuerSigningKey = true,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = ClockSkew,
        LifetimeValidator = IsInItsTime,
    };

    private bool IsForThisBot(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters) =>
        audiences.ToArray() is [var only] && string.Equals(only, _appId, StringComparison.OrdinalIgnoreCase);

    private bool IsInItsTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return expires is { } end && now - ClockSkew < end && (notBefore is not { } begin || now + ClockSkew >= begin);
    }

    private static string? ServiceUrlIn(JsonWebToken token) => token.TryGetPayloadValue<string>("serviceurl", out var url) ? url : null;

    private static string ReasonOf(Exception? fault) => fault switch
    {
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException
            or SecurityTokenNoExpirationException => "lifetime",
        SecurityTokenInvalidIssuerException => "issuer",
        _ => "signature",
    };
}

/// <summary>A caller whose token is good.</summary>
/// <param name="Key">The key that signed it.</param>
/// <param name="ServiceUrl">The service URL the token speaks for.</param>
internal sealed record ChannelCaller(ChannelKey Key, string? ServiceUrl);

/// <summary>What became of a token.</summary>
/// <param name="Caller">Who calls; null when refused.</param>
/// <param name="Reason">For the log: one of a few fixed words, nothing of the token.</param>
/// <param name="IsUnavailable">The channel's keys could not be had, so the token may be good.</param>
internal readonly record struct TokenVerdict(ChannelCaller? Caller, string Reason, bool IsUnavailable)
{
    public static TokenVerdict Unavailable { get; } = new(null, "the channel's keys could not be read", true);

    public static TokenVerdict Proven(ChannelCaller caller) => new(caller, "", false);

    public static TokenVerdict Refused(string reason) => new(null, reason, false);
}
