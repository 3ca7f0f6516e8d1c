using GuidanceBot.Protocol.Tests.Running;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Protocol.Tests;

/// <summary>Mistakes in the configuration stop the start and are named.</summary>
public sealed class BotOptionsTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    public static TheoryData<string[], string> Mistakes => new()
    {
        { ["Bot:AppIdd=x"], "AppIdd" },
        { ["Bot:Limits:MaxBodyByte=5000"], "MaxBodyByte" },
        { ["Bot:Limits:MaxBodyBytes=5"], "MaxBodyBytes" },
        { ["Bot:Limits:InvokeTime=00:01:00"], "InvokeTime" },
        { ["Bot:AppId=not-a-guid", "Bot:TenantId=t", "Bot:ClientSecret=s"], "Bot:AppId is not a GUID" },
        { ["Bot:ClientSecret=s"], "Bot:AppId is not set, but credentials are" },
        { [$"Bot:AppId={AppId}", "Bot:AppType=SingleTenant", "Bot:ClientSecret=s"], "Bot:TenantId is not set" },
        { [$"Bot:AppId={AppId}", "Bot:AppType=Both"], "AppType" },
        { [$"Bot:AppId={AppId}", "Bot:ClientSecret=s", "Bot:CertificatePath=/"], "both set" },
        { [$"Bot:AppId={AppId}", "Bot:CertificatePath=/no/such.pfx"], "no such file" },
        { [$"Bot:AppId={AppId}", "Bot:AppType=UserAssignedMsi", "Bot:ClientSecret=s"], "UserAssignedMsi" },
        { [$"Bot:AppId={AppId}", "Bot:CertificatePassword=p"], "Bot:CertificatePassword" },
        { [$"Bot:AppId={AppId}", "Bot:AllowedTenants:0= "], "Bot:AllowedTenants" },
        { ["Bot:OpenIdMetadata=http://login.example/"], "Bot:OpenIdMetadata" },
        { ["Bot:TokenEndpoint=ftp://login.example/"], "Bot:TokenEndpoint" },
        { ["Bot:Issuer= "], "Bot:Issuer" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_stops_the_start_and_is_named(string[] settings, string named)
    {
        var fault = await Record.ExceptionAsync(() => StartAsync(settings));

        Assert.Contains(named, fault?.ToString() ?? "it started", StringComparison.Ordinal);
        Assert.True(fault is OptionsValidationException or InvalidOperationException, fault?.GetType().Name);
    }

    [Theory]
    [InlineData(BotCloud.Public, "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData(BotCloud.UsGov, "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [InlineData(BotCloud.China, "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration")]
    public void Each_cloud_has_its_addresses_and_each_can_be_overridden(BotCloud cloud, string issuer, string metadata)
    {
        var preset = BotCloudAddresses.For(new BotOptions { Cloud = cloud });
        var overridden = BotCloudAddresses.For(new BotOptions { Cloud = cloud, Issuer = "https://i", OpenIdMetadata = "https://m" });

        Assert.Equal((issuer, metadata), (preset.Issuer, preset.OpenIdMetadata));
        Assert.Equal(("https://i", "https://m", preset.Scope), (overridden.Issuer, overridden.OpenIdMetadata, overridden.Scope));
    }

    [Fact]
    public async Task A_bot_without_a_credential_starts_and_says_that_it_cannot_send()
    {
        await using var bot = await StartAsync([$"Bot:AppId={AppId}"]);

        Assert.Contains(bot.Log.GetSnapshot(), line => line.Message.StartsWith("The bot has no credential", StringComparison.Ordinal));
    }

    private static Task<RunningBot> StartAsync(string[] settings) => RunningBot.StartAsync(
        settings.Select(setting => setting.Split('=', 2)).ToDictionary(setting => setting[0], setting => (string?)setting[1]),
        (_, _) => Task.CompletedTask);
}
