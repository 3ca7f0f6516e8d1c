using GuidanceBot.Protocol.Connector;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Protocol;

/// <summary>The rules that attributes can state; the compiler writes the checks.</summary>
[OptionsValidator]
internal sealed partial class BotOptionsAttributes : IValidateOptions<BotOptions>;

/// <summary>The rules they cannot: what goes with what. All faults are told at once, each with its remedy.</summary>
internal sealed class BotOptionsRules : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        string?[] faults = [.. Identity(options), .. Credentials(options), .. Addresses(options)];
        string[] found = [.. faults.OfType<string>()];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static IEnumerable<string?> Identity(BotOptions options)
    {
        var hasId = options.AppId is not null;
        yield return hasId && options.OpenIdMetadata is null && !Guid.TryParse(options.AppId, out _)
            ? "Bot:AppId is not a GUID. Copy the application (client) id of the bot's registration."
            : null;
        yield return hasId && options.AppId!.Trim() is "" ? "Bot:AppId is empty. Remove it or set it." : null;
        yield return !hasId && (options.ClientSecret ?? options.CertificatePath) is not null
            ? "Bot:AppId is not set, but credentials are. Set the application (client) id of the bot's registration."
            : null;
        yield return hasId && options is { AppType: BotAppType.SingleTenant, TenantId: null, TokenEndpoint: null }
            ? "Bot:TenantId is not set, and a SingleTenant bot needs it. Set the tenant of the registration."
            : null;
        yield return options.AllowedTenants.Any(string.IsNullOrWhiteSpace) ? "Bot:AllowedTenants has an empty entry. Remove it." : null;
    }

    private static IEnumerable<string?> Credentials(BotOptions options)
    {
        yield return options is { ClientSecret: not null, CertificatePath: not null }
            ? "Bot:ClientSecret and Bot:CertificatePath are both set. Keep one."
            : null;
        yield return options.AppType == BotAppType.UserAssignedMsi && (options.ClientSecret ?? options.CertificatePath) is not null
            ? "Bot:AppType is UserAssignedMsi, which needs neither Bot:ClientSecret nor Bot:CertificatePath. Remove it."
            : null;
        yield return options.CertificatePath is { } path && !File.Exists(path)
            ? $"Bot:CertificatePath is '{path}', and there is no such file."
            : null;
        yield return options is { CertificatePassword: not null, CertificatePath: null }
            ? "Bot:CertificatePassword is set, but Bot:CertificatePath is not."
            : null;
    }

    private static IEnumerable<string?> Addresses(BotOptions options)
    {
        yield return NotAnAddress(nameof(options.OpenIdMetadata), options.OpenIdMetadata);
        yield return NotAnAddress(nameof(options.TokenEndpoint), options.TokenEndpoint);
        yield return options.Issuer is { } issuer && string.IsNullOrWhiteSpace(issuer) ? "Bot:Issuer is empty. Remove it or set it." : null;
    }

    private static string? NotAnAddress(string setting, string? address) =>
        address is null || TrustedAddress.IsHttpsOrLoopback(address)
            ? null
            : $"Bot:{setting} is not an https address (http is taken for this machine only).";
}
