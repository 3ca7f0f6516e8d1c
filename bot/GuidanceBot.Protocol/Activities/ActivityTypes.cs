namespace GuidanceBot.Protocol.Activities;

/// <summary>The values of <see cref="Activity.Type"/> that this bot knows. Others may arrive and are not an error (rule A2006).</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string EndOfConversation = "endOfConversation";
}

/// <summary>The values of <see cref="Activity.DeliveryMode"/> that change anything; every other value means normal (rule A3111).</summary>
public static class DeliveryModes
{
    /// <summary>The replies are the body of the HTTP answer; nothing is sent to the channel.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>The values of <c>textFormat</c>; what is not named here means plain (rule A3012).</summary>
public static class TextFormats
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
    public const string Xml = "xml";
}

/// <summary>The channels the bot treats differently from the rest.</summary>
public static class Channels
{
    public const string Teams = "msteams";
    public const string WebChat = "webchat";
    public const string DirectLine = "directline";
    public const string Emulator = "emulator";
}

/// <summary>The values of <see cref="ConversationAccount.ConversationType"/> in Teams.</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}
