using System.Net;

namespace GuidanceBot.Protocol.Authentication;

/// <summary>Whether a request was made on the machine that the bot runs on, by a program there.</summary>
public static class ThisMachine
{
    /// <summary>
    /// The connection comes from this machine, speaks to this machine's name (a page in a browser that rebinds a name does not),
    /// and no proxy stands between.
    /// </summary>
    public static bool Calls(HttpContext http)
    {
        var headers = http.Request.Headers;
        return http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsLoopbackName(http.Request.Host.Host)
            && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("X-Forwarded-Host") && !headers.ContainsKey("Forwarded");
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));
}
