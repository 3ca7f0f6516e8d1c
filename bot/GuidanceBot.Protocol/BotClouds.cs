namespace GuidanceBot.Protocol;

/// <summary>The addresses of one Microsoft cloud.</summary>
/// <param name="Issuer">Who issues the channel's tokens.</param>
/// <param name="OpenIdMetadata">Where the channel's keys are published.</param>
/// <param name="Authority">The Microsoft identity platform, without the tenant.</param>
/// <param name="MultiTenantAuthority">The tenant that serves registrations for all tenants.</param>
/// <param name="Scope">What the bot's own token is for.</param>
internal sealed record BotCloudAddresses(string Issuer, string OpenIdMetadata, string Authority, string MultiTenantAuthority, string Scope)
{
    private static readonly BotCloudAddresses Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com",
        "botframework.com",
        "https://api.botframework.com/.default");

    private static readonly BotCloudAddresses UsGov = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default");

    private static readonly BotCloudAddresses China = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn",
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default");

    /// <summary>The cloud's addresses, with those that the configuration overrides.</summary>
    public static BotCloudAddresses For(BotOptions options)
    {
        var preset = options.Cloud switch
        {
            BotCloud.Public => Public,
            BotCloud.UsGov => UsGov,
            BotCloud.China => China,
        };
        return preset with
        {
            Issuer = options.Issuer ?? preset.Issuer,
            OpenIdMetadata = options.OpenIdMetadata ?? preset.OpenIdMetadata,
        };
    }
}
