using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Connector;

/// <summary>A conversation to begin: <see cref="Personal"/> or <see cref="InChannel"/>. Teams has no other; group chats cannot be made.</summary>
public sealed record ConversationParameters
{
    private ConversationParameters(string tenantId) => TenantId = tenantId;

    public string TenantId { get; }

    internal string? MemberId { get; private init; }

    internal string? ChannelId { get; private init; }

    internal OutgoingActivity? Activity { get; private init; }

    /// <summary>A chat with one person. Asking again gives the same chat.</summary>
    /// <param name="memberId">The person's id in Teams, <c>29:…</c>; an Entra object id does not do.</param>
    /// <param name="tenantId">Their tenant.</param>
    public static ConversationParameters Personal(string memberId, string tenantId)
    {
        ArgumentException.ThrowIfNullOrEmpty(memberId);
        ArgumentException.ThrowIfNullOrEmpty(tenantId);
        return new(tenantId) { MemberId = memberId };
    }

    /// <summary>A new thread in a team's channel.</summary>
    /// <param name="channelId"><c>19:…@thread.tacv2</c>.</param>
    /// <param name="first">The message that begins it.</param>
    /// <param name="tenantId">The team's tenant.</param>
    public static ConversationParameters InChannel(string channelId, OutgoingActivity first, string tenantId)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentException.ThrowIfNullOrEmpty(tenantId);
        return new(tenantId) { ChannelId = channelId, Activity = first };
    }

    public override string ToString() => nameof(ConversationParameters);
}

/// <summary>A conversation that was begun.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ActivityId">The id of its first message; null in a chat.</param>
public sealed record ConversationResourceResponse(string Id, string? ActivityId)
{
    public override string ToString() => nameof(ConversationResourceResponse);
}

/// <summary>Some of a conversation's members.</summary>
/// <param name="Members">The people and bots of this page.</param>
/// <param name="ContinuationToken">Ask with it for the next page; null on the last.</param>
public sealed record PagedMembersResult(IReadOnlyList<ChannelAccount> Members, string? ContinuationToken)
{
    public override string ToString() => nameof(PagedMembersResult);
}
