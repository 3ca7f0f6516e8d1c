using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Protocol;

/// <summary>Who the bot is and who may call it: the <c>Bot</c> section of the configuration.</summary>
/// <remarks>Checked at start; a name that is not here stops the start and is named.</remarks>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The application (client) id of the bot's registration. Without it every request is refused (401).</summary>
    /// <value>A GUID; not set unless set.</value>
    public string? AppId { get; set; }

    /// <summary>How the bot proves itself to the channel.</summary>
    /// <value>SingleTenant when there is a <see cref="TenantId"/>, else MultiTenant, unless set.</value>
    public BotAppType? AppType { get; set; }

    /// <summary>The tenant of the registration. Needed for SingleTenant.</summary>
    /// <value>A GUID or a domain; not set unless set.</value>
    public string? TenantId { get; set; }

    /// <summary>The registration's secret. Keep it in a secret store or in the environment (<c>Bot__ClientSecret</c>).</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A PFX or PEM file with the registration's certificate and its private key, instead of a secret.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The password of <see cref="CertificatePath"/>, when it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Which cloud's addresses are the defaults of the four settings below.</summary>
    /// <value>Public unless set; UsGov is GCC High and DoD (GCC uses Public), China is the one run by 21Vianet.</value>
    public BotCloud Cloud { get; set; } = BotCloud.Public;

    /// <summary>The tenants whose people may talk to the bot.</summary>
    /// <value>
    /// Tenant ids; empty unless set. When empty, a SingleTenant bot or a managed identity with a <see cref="TenantId"/> answers that
    /// tenant (and channels that have no tenants), a MultiTenant bot answers every tenant. When set, what names no tenant is refused.
    /// </value>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>Where the channel publishes the keys its tokens are signed with. https, or http on loopback.</summary>
    /// <value>The cloud's address unless set.</value>
    public string? OpenIdMetadata { get; set; }

    /// <summary>Who issues the channel's tokens.</summary>
    /// <value>The cloud's issuer unless set, for the public cloud https://api.botframework.com.</value>
    public string? Issuer { get; set; }

    /// <summary>An OAuth 2.0 token endpoint to get the bot's own tokens from. https, or http on loopback.</summary>
    /// <value>Not set unless set: the Microsoft identity platform of the cloud.</value>
    public string? TokenEndpoint { get; set; }

    /// <summary>
    /// DANGEROUS outside a developer's machine. Lets programs on this machine talk to the bot without a token, when their
    /// service URL is on this machine too. Behind a reverse proxy everybody would seem to be on this machine; requests that
    /// carry a proxy's headers are therefore refused.
    /// </summary>
    /// <value>false unless set.</value>
    public bool DangerouslyAllowUnauthenticatedLoopback { get; set; }

    /// <summary>How much the bot takes on at once.</summary>
    [ValidateObjectMembers]
    public BotLimits Limits { get; set; } = new();

    internal BotAppType EffectiveAppType => AppType ?? (TenantId is null ? BotAppType.MultiTenant : BotAppType.SingleTenant);
}

/// <summary>How the bot proves itself to the channel.</summary>
public enum BotAppType
{
    /// <summary>A registration in <see cref="BotOptions.TenantId"/>, with a secret or certificate.</summary>
    SingleTenant,

    /// <summary>An older registration for all tenants, with a secret or certificate.</summary>
    MultiTenant,

    /// <summary>A managed identity of the machine the bot runs on; nothing secret to keep.</summary>
    UserAssignedMsi,
}

/// <summary>A Microsoft cloud with its own addresses.</summary>
public enum BotCloud
{
    Public,
    UsGov,
    China,
}

/// <summary>The <c>Bot:Limits</c> section.</summary>
public sealed class BotLimits
{
    /// <summary>The largest request body that is read.</summary>
    /// <value>4,096 to 4,194,304 bytes; 262,144 unless set. Teams' own messages stay under 100 KB.</value>
    [Range(4 * 1024, 4 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>The most turns that wait in one conversation; more are refused with 429.</summary>
    /// <value>1 to 10,000; 100 unless set.</value>
    [Range(1, 10_000)]
    public int MaxWaitingPerConversation { get; set; } = 100;

    /// <summary>The most turns that run or wait in all conversations; more are refused with 503.</summary>
    /// <value>1 to 1,000,000; 10,000 unless set.</value>
    [Range(1, 1_000_000)]
    public int MaxTurns { get; set; } = 10_000;

    /// <summary>The time an invoke has, waiting for its turn included; Teams shows an error soon after.</summary>
    /// <value>0.1 s to 15 s; 5 s unless set.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:15")]
    public TimeSpan InvokeTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The time a turn has before it is cancelled, so that one that hangs does not block its conversation for good.</summary>
    /// <value>1 s to 1 h; 2 min unless set.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan TurnTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The time turns under way are given when the program stops.</summary>
    /// <value>0 s to 5 min; 20 s unless set. The host's own shutdown time (30 s unless set) is a limit as well.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many activity ids are remembered, to recognise repeats.</summary>
    /// <value>100 to 10,000,000; 100,000 unless set, which takes about 5 MB.</value>
    [Range(100, 10_000_000)]
    public int RememberedActivities { get; set; } = 100_000;
}
