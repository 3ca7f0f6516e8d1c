using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Teams;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GuidanceBot.Protocol.Authentication;

/// <summary>Who may call, in two steps: the token before the body is read, and what the body claims after.</summary>
internal sealed class CallerGate
{
    private readonly ChannelTokens _tokens;
    private readonly bool _loopbackAllowed;
    private readonly string[] _tenants;
    private readonly bool _tenantRequired;
    private volatile string? _lastLoopback;

    public CallerGate(IOptions<BotOptions> options, ChannelTokens tokens)
    {
        var bot = options.Value;
        _tokens = tokens;
        _loopbackAllowed = bot.DangerouslyAllowUnauthenticatedLoopback;
        _tenantRequired = bot.AllowedTenants.Count > 0;
        _tenants = _tenantRequired ? [.. bot.AllowedTenants]
            : bot is { TenantId: { } own, EffectiveAppType: not BotAppType.MultiTenant } && Guid.TryParse(own, out _) ? [own]
            : [];
    }

    /// <summary>The first step: is this the channel, or a program on this machine that may go without a token?</summary>
    public async ValueTask<Entry> AdmitAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return _loopbackAllowed && ThisMachine.Calls(http) ? Entry.Unproven : Entry.Refuse(Refusal.Unauthorized("no token"));
        }

        if (TokenIn(header) is not { } token)
        {
            return Entry.Refuse(Refusal.Unauthorized("not a bearer token"));
        }

        var verdict = await _tokens.CheckAsync(token, http.RequestAborted);
        return verdict.Caller is { } caller ? Entry.Proven(caller)
            : Entry.Refuse(verdict.IsUnavailable ? Refusal.Unavailable(verdict.Reason) : Refusal.Unauthorized(verdict.Reason));
    }

    /// <summary>The second step: does the activity say nothing that the caller may not say?</summary>
    /// <returns>Null when it is admitted.</returns>
    public Refusal? WhyNot(ChannelCaller? caller, Activity activity)
    {
        if (caller is null)
        {
            return activity.ServiceUrl is null || IsLoopback(activity.ServiceUrl)
                ? null
                : Refusal.Unauthorized("no token, and a service URL elsewhere");
        }

        return caller.ServiceUrl is not { Length: > 0 } claimed ? Refusal.Unauthorized("no serviceurl claim")
            : !SameAddress(claimed, activity.ServiceUrl) ? Refusal.Unauthorized("serviceurl claim")
            : !TrustedAddress.IsHttpsOrLoopback(activity.ServiceUrl) ? Refusal.Unauthorized("service URL not https")
            : !caller.Key.Endorses(activity.ChannelId) ? Refusal.Unauthorized("channel not endorsed")
            : !IsTenantAllowed(activity) ? Refusal.Forbidden("tenant")
            : null;
    }

    /// <summary>A developer's tool has one service URL; it is looked at once.</summary>
    private bool IsLoopback(string serviceUrl)
    {
        if (serviceUrl == _lastLoopback)
        {
            return true;
        }

        if (!TrustedAddress.IsLoopback(serviceUrl))
        {
            return false;
        }

        _lastLoopback = serviceUrl;
        return true;
    }

    private static string? TokenIn(StringValues header) =>
        header is [{ } only] && only.Split(' ') is [var scheme, { Length: > 0 } token] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? token
            : null;

    private static bool SameAddress(string claimed, string? said) =>
        said is not null && WithoutSlash(claimed).Equals(WithoutSlash(said), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutSlash(string address) =>
        address.EndsWith('/') ? address.AsSpan(0, address.Length - 1) : address;

    /// <summary>Every tenant that the activity names must be allowed, so that two different ones do not open the door.</summary>
    private bool IsTenantAllowed(Activity activity)
    {
        if (_tenants.Length == 0)
        {
            return true;
        }

        string?[] named = [TeamsChannelData.TenantIdIn(activity.ChannelData), activity.Conversation.TenantId];
        var tenants = named.Where(tenant => !string.IsNullOrEmpty(tenant)).ToArray();
        return tenants.Length > 0
            ? tenants.All(tenant => _tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase))
            : !_tenantRequired;
    }
}

/// <summary>The result of the first step. Only this file's makers make one, so that nothing is admitted by default.</summary>
internal sealed class Entry
{
    private Entry(ChannelCaller? caller, Refusal? refusal) => (Caller, Refusal) = (caller, refusal);

    /// <summary>A program on this machine, without a token.</summary>
    public static Entry Unproven { get; } = new(null, null);

    /// <summary>The proven caller; null when there is none.</summary>
    public ChannelCaller? Caller { get; }

    /// <summary>Why the request goes no further; null when it does.</summary>
    public Refusal? Refusal { get; }

    public static Entry Proven(ChannelCaller caller) => new(caller, null);

    public static Entry Refuse(Refusal refusal) => new(null, refusal);
}
