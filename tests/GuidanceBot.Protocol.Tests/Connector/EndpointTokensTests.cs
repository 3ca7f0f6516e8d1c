using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GuidanceBot.Protocol.Tests.Connector;

/// <summary>Bot:TokenEndpoint, on plain http on this machine.</summary>
public sealed class EndpointTokensTests
{
    [Fact]
    public async Task A_secret_is_sent_as_oauth_says()
    {
        await using var channel = await Channel.StartAsync();

        var token = await AcquireAsync(channel, new() { AppId = Issuer.AppId, ClientSecret = "a&b=c", TokenEndpoint = channel.TokenEndpoint }, null);

        var form = channel.LastTokenForm!;
        Assert.Equal("bot-token-1", token.Value);
        Assert.Equal(
            ("client_credentials", Issuer.AppId, "a&b=c", "https://api.botframework.com/.default"),
            ((string?)form["grant_type"], (string?)form["client_id"], (string?)form["client_secret"], (string?)form["scope"]));
    }

    [Theory]
    [InlineData(BotCloud.UsGov, "https://api.botframework.us/.default")]
    [InlineData(BotCloud.China, "https://api.botframework.azure.cn/.default")]
    public async Task Another_cloud_has_another_scope(BotCloud cloud, string scope)
    {
        await using var channel = await Channel.StartAsync();

        await AcquireAsync(channel, new() { AppId = Issuer.AppId, ClientSecret = "s", Cloud = cloud, TokenEndpoint = channel.TokenEndpoint }, null);

        Assert.Equal(scope, channel.LastTokenForm!["scope"]);
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion()
    {
        await using var channel = await Channel.StartAsync();
        using var certificate = new CertificateRequest("CN=bot", Issuer.KeyNamed("the bot's"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));

        await AcquireAsync(channel, new() { AppId = Issuer.AppId, CertificatePath = "x", TokenEndpoint = channel.TokenEndpoint }, certificate);

        var checkedAssertion = await new JsonWebTokenHandler().ValidateTokenAsync(channel.LastTokenForm!["client_assertion"], new TokenValidationParameters
        {
            ValidIssuer = Issuer.AppId,
            ValidAudience = channel.TokenEndpoint,
            IssuerSigningKey = new X509SecurityKey(certificate),
            LifetimeValidator = (begin, end, _, _) => end - begin == TimeSpan.FromMinutes(5),
        });
        Assert.True(checkedAssertion.IsValid, checkedAssertion.Exception?.Message);
        Assert.Equal(Issuer.AppId, checkedAssertion.Claims["sub"]);
    }

    private static async Task<BotToken> AcquireAsync(Channel channel, BotOptions options, X509Certificate2? certificate)
    {
        _ = channel;
        using var http = new BotHttp();
        var time = new InstantTime();
        var source = new EndpointTokens(options, certificate, http.Calls, new CallRetries(time, NullLogger<CallRetries>.Instance), time);
        return await source.AcquireAsync(renew: false, TestContext.Current.CancellationToken);
    }
}
