using System.Security.Cryptography.X509Certificates;

namespace GuidanceBot.Protocol.Connector;

/// <summary>How the bot proves itself, by its configuration.</summary>
internal sealed class BotIdentity : IDisposable
{
    private readonly X509Certificate2? _certificate;

    public BotIdentity(BotOptions options, BotHttp http, CallRetries retries, TimeProvider time, ILogger<BotIdentity> logger)
    {
        _certificate = BotCertificate.From(options);
        Tokens = SourceFor(options, http, retries, time) is { } source ? new BotTokens(source, time) : null;
        if (options.DangerouslyAllowUnauthenticatedLoopback)
        {
            logger.UnauthenticatedLoopbackAllowed();
        }

        if (options.AppId is null)
        {
            logger.NoAppId();
        }
        else if (Tokens is null)
        {
            logger.NoCredential();
        }
    }

    /// <summary>Null when the bot has nothing to prove itself with.</summary>
    public BotTokens? Tokens { get; }

    public void Dispose()
    {
        Tokens?.Dispose();
        _certificate?.Dispose();
    }

    private IBotTokenSource? SourceFor(BotOptions options, BotHttp http, CallRetries retries, TimeProvider time) => options switch
    {
        { AppId: null } => null,
        { EffectiveAppType: BotAppType.UserAssignedMsi, TokenEndpoint: null } => new ManagedIdentityTokens(options),
        { ClientSecret: null, CertificatePath: null } => null,
        { TokenEndpoint: not null } => new EndpointTokens(options, _certificate, http.Calls, retries, time),
        _ => new IdentityPlatformTokens(options, _certificate, http.Lookups),
    };
}
