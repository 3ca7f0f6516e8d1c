using System.Globalization;

namespace GuidanceBot.Protocol.Connector;

/// <summary>The addresses of the connector's calls. An id is one segment of the path, whatever is in it.</summary>
internal static class ConnectorPaths
{
    // The path is sent as it is written here: the Uri class would otherwise decode and shorten what ids hold.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Conversations(string serviceUrl) => At(serviceUrl, "");

    public static Uri Activities(string serviceUrl, string conversationId) => At(serviceUrl, $"/{Segment(conversationId)}/activities");

    /// <summary>A message that one person of the conversation sees.</summary>
    public static Uri ActivitiesForOne(string serviceUrl, string conversationId) =>
        At(serviceUrl, $"/{Segment(conversationId)}/activities?isTargetedActivity=true");

    public static Uri Activity(string serviceUrl, string conversationId, string activityId) =>
        At(serviceUrl, $"/{Segment(conversationId)}/activities/{Segment(activityId)}");

    public static Uri Members(string serviceUrl, string conversationId) => At(serviceUrl, $"/{Segment(conversationId)}/members");

    public static Uri Member(string serviceUrl, string conversationId, string memberId) =>
        At(serviceUrl, $"/{Segment(conversationId)}/members/{Segment(memberId)}");

    public static Uri PagedMembers(string serviceUrl, string conversationId, int pageSize, string? continuationToken)
    {
        var after = continuationToken is null ? "" : "&continuationToken=" + Uri.EscapeDataString(continuationToken);
        return At(serviceUrl, string.Create(CultureInfo.InvariantCulture, $"/{Segment(conversationId)}/pagedmembers?pageSize={pageSize}{after}"));
    }

    /// <summary>Service URLs come with and without a slash at the end.</summary>
    private static Uri At(string serviceUrl, string path) => new($"{serviceUrl.AsSpan().TrimEnd('/')}/v3/conversations{path}", in AsWritten);

    /// <exception cref="ArgumentException">The id is empty, or would climb out of the path.</exception>
    private static string Segment(string id) =>
        id is "" or "." or ".."
            ? throw new ArgumentException("The id cannot be a part of an address.", nameof(id))
            : Uri.EscapeDataString(id);
}
