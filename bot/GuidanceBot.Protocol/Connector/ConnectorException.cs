using System.Net;

namespace GuidanceBot.Protocol.Connector;

/// <summary>The channel refused a call, and repeating it would not help or has not helped.</summary>
/// <remarks>The message holds the status and the channel's code, none of its words.</remarks>
public sealed class ConnectorException : HttpRequestException
{
    private static readonly string[] GoneCodes =
        ["BotNotInConversationRoster", "BotDisabledByAdmin", "ConversationBlockedByUser", "ConversationNotFound"];

    internal ConnectorException(HttpStatusCode status, string? code)
        : base($"The channel answered {(int)status}{(code is null ? "" : " " + code)}.", inner: null, status) => ErrorCode = code;

    /// <summary>The channel's code, for example <c>MessageSizeTooBig</c>; null when it gave none.</summary>
    public string? ErrorCode { get; }

    /// <summary>True when the bot cannot write to this conversation until it is installed or written to again.</summary>
    public bool ConversationIsGone => GoneCodes.Contains(ErrorCode, StringComparer.Ordinal);
}
