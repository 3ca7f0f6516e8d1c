using System.Net.Http.Headers;

namespace GuidanceBot.Protocol.Connector;

/// <summary>Puts a file where Teams asked for it. Only to Microsoft's own stores, over https, without the bot's token and without following redirects.</summary>
public sealed class FileUploads
{
    /// <summary>OneDrive and SharePoint of each cloud. The address comes in a message, so it is not trusted by itself.</summary>
    private static readonly string[] Stores = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn"];

    private readonly HttpClient _http;

    internal FileUploads(HttpClient http) => _http = http;

    /// <summary>Whether a file may be put there.</summary>
    public static bool IsTrusted(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && TrustedAddress.IsHttpsOrLoopback(uri)
        && uri is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns }
        && Stores.Any(store => uri.Host.EndsWith(store, StringComparison.OrdinalIgnoreCase));

    /// <returns>False when the address is not trusted, or the store did not take the file.</returns>
    public async Task<bool> UploadAsync(string? address, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!IsTrusted(address) || content.IsEmpty)
        {
            return false;
        }

        using var body = new ReadOnlyMemoryContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        body.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        try
        {
            using var answer = await _http.PutAsync(new Uri(address!), body, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
