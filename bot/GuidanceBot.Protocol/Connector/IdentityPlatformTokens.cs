using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

namespace GuidanceBot.Protocol.Connector;

/// <summary>The Microsoft identity platform of the cloud, with the secret or the certificate.</summary>
internal sealed class IdentityPlatformTokens : IBotTokenSource
{
    private readonly IConfidentialClientApplication _application;
    private readonly string[] _scopes;

    public IdentityPlatformTokens(BotOptions options, X509Certificate2? certificate, HttpClient http)
    {
        var cloud = BotCloudAddresses.For(options);
        var tenant = options.EffectiveAppType == BotAppType.MultiTenant ? cloud.MultiTenantAuthority : options.TenantId;
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority($"{cloud.Authority}/{tenant}")
            .WithHttpClientFactory(new SharedClient(http));
        _application = (certificate is null
            ? builder.WithClientSecret(options.ClientSecret)
            : builder.WithCertificate(certificate, sendX5C: true)).Build();
        _scopes = [cloud.Scope];
    }

    public async Task<BotToken> AcquireAsync(bool renew, CancellationToken cancellationToken)
    {
        var result = await _application.AcquireTokenForClient(_scopes).WithForceRefresh(renew).ExecuteAsync(cancellationToken);
        return new BotToken(result.AccessToken, result.ExpiresOn);
    }

    private sealed class SharedClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
