using System.Diagnostics.CodeAnalysis;

namespace GuidanceBot.Protocol.Connector;

/// <summary>Which addresses the bot ever calls: https, or plain http on this machine.</summary>
internal static class TrustedAddress
{
    public static bool IsHttpsOrLoopback([NotNullWhen(true)] string? address) =>
        TryParse(address, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback);

    public static bool IsLoopback([NotNullWhen(true)] string? address) => TryParse(address, out var uri) && uri.IsLoopback;

    /// <summary>An http or https address with a host and without user info, query or fragment, which would hide where it leads.</summary>
    private static bool TryParse(string? address, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(address, UriKind.Absolute, out uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0;
}
