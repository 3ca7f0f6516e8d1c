using System.Diagnostics.CodeAnalysis;

namespace GuidanceBot.Protocol.Connector;

/// <summary>Which addresses the bot ever calls: https, or plain http on this machine.</summary>
internal static class TrustedAddress
{
    public static bool IsHttpsOrLoopback([NotNullWhen(true)] string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsHttpsOrLoopback(uri);

    public static bool IsHttpsOrLoopback(Uri address) => IsPlain(address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback);

    public static bool IsLoopback([NotNullWhen(true)] string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsPlain(uri) && uri.IsLoopback;

    /// <summary>An http or https address with a host, and without user info or fragment, which would hide where it leads.</summary>
    private static bool IsPlain(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0;
}
