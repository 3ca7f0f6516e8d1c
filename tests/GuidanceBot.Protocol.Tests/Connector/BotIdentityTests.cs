using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Protocol.Tests.Connector;

/// <summary>Every kind of registration finds its credential. Nothing here leaves the machine.</summary>
public sealed class BotIdentityTests
{
    private const string TenantId = "00000000-0000-0000-0000-00000000000a";

    public static TheoryData<BotOptions, bool, string> Registrations => new()
    {
        { new() { AppId = Issuer.AppId, TenantId = TenantId, ClientSecret = "s" }, true, "a single tenant's secret" },
        { new() { AppId = Issuer.AppId, ClientSecret = "s" }, true, "a multi-tenant secret" },
        { new() { AppId = Issuer.AppId, ClientSecret = "s", Cloud = BotCloud.UsGov }, true, "another cloud" },
        { new() { AppId = Issuer.AppId, ClientSecret = "s", Cloud = BotCloud.China }, true, "a third" },
        { new() { AppId = Issuer.AppId, AppType = BotAppType.UserAssignedMsi }, true, "a managed identity" },
        { new() { AppId = Issuer.AppId, TenantId = TenantId }, false, "no credential" },
        { new(), false, "no registration" },
    };

    [Theory]
    [MemberData(nameof(Registrations))]
    public void A_registration_finds_its_credential(BotOptions options, bool found, string because)
    {
        using var http = new BotHttp();
        using var identity = Identity(options, http);

        Assert.True(identity.Tokens is not null == found, because);
    }

    [Theory]
    [InlineData("pfx", "secret")]
    [InlineData("pfx", null)]
    [InlineData("pem", "secret")]
    [InlineData("pem", null)]
    public void A_certificate_is_read_from_its_file(string form, string? password)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Write(path, form, password);
            using var http = new BotHttp();
            using var identity = Identity(
                new() { AppId = Issuer.AppId, TenantId = TenantId, CertificatePath = path, CertificatePassword = password }, http);

            Assert.NotNull(identity.Tokens);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static BotIdentity Identity(BotOptions options, BotHttp http) => new(
        options, http, new CallRetries(TimeProvider.System, NullLogger<CallRetries>.Instance), TimeProvider.System, NullLogger<BotIdentity>.Instance);

    private static void Write(string path, string form, string? password)
    {
        var key = Issuer.KeyNamed("the bot's");
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        if (form == "pfx")
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
            return;
        }

        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var privateKey = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, encryption);
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + privateKey);
    }
}
