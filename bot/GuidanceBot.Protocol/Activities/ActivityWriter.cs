using System.Text.Json;
using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Protocol.Activities;

/// <summary>Writes what the bot says, with its address. The only way in which an activity leaves.</summary>
/// <remarks>By hand and not from a contract: the address is added here and nowhere else, and it is what every reply pays for.</remarks>
internal static class ActivityWriter
{
    /// <param name="json">Where to write one JSON object.</param>
    /// <param name="activity">What is said.</param>
    /// <param name="to">Where, and to whom.</param>
    /// <param name="replyToId">What it replies to; null when the bot writes first.</param>
    public static void Write(Utf8JsonWriter json, OutgoingActivity activity, ConversationReference to, string? replyToId)
    {
        if (activity.Written is { } written)
        {
            json.WriteRawValue(written, skipInputValidation: true);
            return;
        }

        json.WriteStartObject();
        json.WriteString(Names.Type, activity.Type);
        WriteIfAny(json, Names.ChannelId, to.ChannelId);
        if (to.Bot is { } bot)
        {
            WriteAccount(json, Names.From, bot, role: "bot");
        }

        if (to.User is { } user)
        {
            WriteAccount(json, Names.Recipient, user, user.Role);
        }

        WriteConversation(json, to.Conversation);
        WriteIfAny(json, Names.ReplyToId, replyToId);
        WriteContent(json, activity);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, OutgoingActivity activity)
    {
        if (activity.Text is { } text)
        {
            json.WriteString(Names.Text, text);
            json.WriteString(Names.TextFormat, activity.TextFormat);
        }

        WriteIfAny(json, Names.Locale, activity.Locale);
        WriteIfAny(json, Names.Summary, activity.Summary);
        WriteIfAny(json, Names.InputHint, activity.InputHint);
        WriteIfAny(json, Names.Name, activity.Name);
        WriteIfAny(json, Names.AttachmentLayout, activity.AttachmentLayout);
        if (activity.Attachments.Count > 0)
        {
            WriteAttachments(json, activity.Attachments);
        }

        if (activity.Entities.Count > 0)
        {
            EntityWriter.Write(json, activity.Entities);
        }

        if (activity.SuggestedActions is { } suggested)
        {
            WriteSuggestedActions(json, suggested);
        }

        if (activity.ChannelData is { } channelData)
        {
            json.WritePropertyName(Names.ChannelData);
            channelData.WriteTo(json);
        }

        if (activity.Value is { } value)
        {
            json.WritePropertyName(Names.Value);
            value.WriteTo(json);
        }
    }

    private static void WriteAccount(Utf8JsonWriter json, JsonEncodedText field, ChannelAccount account, string? role)
    {
        json.WriteStartObject(field);
        WriteIfAny(json, Names.Id, account.Id);
        WriteIfAny(json, Names.Name, account.Name);
        WriteIfAny(json, Names.AadObjectId, account.AadObjectId);
        WriteIfAny(json, Names.Role, role);
        json.WriteEndObject();
    }

    /// <summary>As it came, unknown fields included: some channels read them from the bot's answer.</summary>
    private static void WriteConversation(Utf8JsonWriter json, ConversationAccount conversation)
    {
        json.WriteStartObject(Names.Conversation);
        WriteIfAny(json, Names.Id, conversation.Id);
        WriteIfAny(json, Names.Name, conversation.Name);
        WriteIfAny(json, Names.ConversationType, conversation.ConversationType);
        WriteIfAny(json, Names.TenantId, conversation.TenantId);
        if (conversation.IsGroup is { } isGroup)
        {
            json.WriteBoolean(Names.IsGroup, isGroup);
        }

        if (conversation.Properties is { } others)
        {
            foreach (var (name, value) in others)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteAttachments(Utf8JsonWriter json, IReadOnlyList<Attachment> attachments)
    {
        json.WriteStartArray(Names.Attachments);
        foreach (var attachment in attachments)
        {
            json.WriteStartObject();
            WriteIfAny(json, Names.ContentType, attachment.ContentType);
            WriteIfAny(json, Names.ContentUrl, attachment.ContentUrl);
            WriteIfAny(json, Names.Name, attachment.Name);
            WriteIfAny(json, Names.ThumbnailUrl, attachment.ThumbnailUrl);
            if (attachment.Content is { } content)
            {
                json.WritePropertyName(Names.Content);
                content.WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSuggestedActions(Utf8JsonWriter json, SuggestedActions suggested)
    {
        json.WriteStartObject(Names.SuggestedActions);
        if (suggested.To is { Count: > 0 } to)
        {
            json.WriteStartArray(Names.To);
            foreach (var id in to)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
        }

        json.WriteStartArray(Names.Actions);
        foreach (var action in suggested.Actions)
        {
            json.WriteStartObject();
            json.WriteString(Names.Type, action.Type);
            json.WriteString(Names.Title, action.Title);
            if (action.Value is { } value)
            {
                json.WritePropertyName(Names.Value);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, JsonEncodedText field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(field, value);
        }
    }

    private static class Names
    {
        public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
        public static readonly JsonEncodedText ChannelId = JsonEncodedText.Encode("channelId");
        public static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
        public static readonly JsonEncodedText Recipient = JsonEncodedText.Encode("recipient");
        public static readonly JsonEncodedText Conversation = JsonEncodedText.Encode("conversation");
        public static readonly JsonEncodedText ConversationType = JsonEncodedText.Encode("conversationType");
        public static readonly JsonEncodedText TenantId = JsonEncodedText.Encode("tenantId");
        public static readonly JsonEncodedText IsGroup = JsonEncodedText.Encode("isGroup");
        public static readonly JsonEncodedText ReplyToId = JsonEncodedText.Encode("replyToId");
        public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
        public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
        public static readonly JsonEncodedText AadObjectId = JsonEncodedText.Encode("aadObjectId");
        public static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
        public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
        public static readonly JsonEncodedText TextFormat = JsonEncodedText.Encode("textFormat");
        public static readonly JsonEncodedText Locale = JsonEncodedText.Encode("locale");
        public static readonly JsonEncodedText Summary = JsonEncodedText.Encode("summary");
        public static readonly JsonEncodedText InputHint = JsonEncodedText.Encode("inputHint");
        public static readonly JsonEncodedText AttachmentLayout = JsonEncodedText.Encode("attachmentLayout");
        public static readonly JsonEncodedText Attachments = JsonEncodedText.Encode("attachments");
        public static readonly JsonEncodedText SuggestedActions = JsonEncodedText.Encode("suggestedActions");
        public static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
        public static readonly JsonEncodedText Actions = JsonEncodedText.Encode("actions");
        public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
        public static readonly JsonEncodedText ChannelData = JsonEncodedText.Encode("channelData");
        public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
        public static readonly JsonEncodedText ContentType = JsonEncodedText.Encode("contentType");
        public static readonly JsonEncodedText ContentUrl = JsonEncodedText.Encode("contentUrl");
        public static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
        public static readonly JsonEncodedText ThumbnailUrl = JsonEncodedText.Encode("thumbnailUrl");
    }
}
