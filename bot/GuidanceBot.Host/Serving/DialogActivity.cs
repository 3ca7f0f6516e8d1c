using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Host.Serving;

/// <summary>Carries activities between the protocol's types and the values that dialogs read and write.</summary>
internal static class DialogActivity
{
    public static DialogObject From(Activity activity)
    {
        var value = new DialogObject(12)
        {
            ["type"] = activity.Type,
            ["id"] = activity.Id,
            ["channelId"] = activity.ChannelId,
            ["from"] = Account(activity.From),
            ["recipient"] = Account(activity.Recipient),
            ["conversation"] = new DialogObject(1) { ["id"] = activity.Conversation.Id },
        };
        Set(value, "text", activity.Type == ActivityTypes.Message ? activity.TextForBot : activity.Text);
        Set(value, "locale", activity.Locale);
        Set(value, "name", activity.Name);
        Set(value, "value", Json(activity.Value));
        Set(value, "membersAdded", Accounts(activity.MembersAdded));
        Set(value, "membersRemoved", Accounts(activity.MembersRemoved));
        if (activity.Attachments is { Count: > 0 } attachments)
        {
            value["attachments"] = attachments.Select(AttachmentValue).ToList();
        }

        return value;
    }

    public static OutgoingActivity ToOutgoing(DialogObject activity) => new()
    {
        Type = Text(activity, "type") ?? ActivityTypes.Message,
        Text = Text(activity, "text"),
        Locale = Text(activity, "locale"),
        Summary = Text(activity, "summary"),
        InputHint = Text(activity, "inputHint"),
        AttachmentLayout = Text(activity, "attachmentLayout"),
        Name = Text(activity, "name"),
        Value = Node(activity["value"]),
        Attachments = activity["attachments"] is List<object?> attachments ? [.. attachments.OfType<DialogObject>().Select(ToAttachment)] : [],
        SuggestedActions = (activity["suggestedActions"] as DialogObject)?["actions"] is List<object?> actions
            ? new SuggestedActions([.. actions.OfType<DialogObject>().Select(ToAction)])
            : null,
    };

    private static void Set(DialogObject target, string name, object? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    private static DialogObject? Account(ChannelAccount? account) =>
        account is null ? null : new DialogObject(2) { ["id"] = account.Id, ["name"] = account.Name };

    private static List<object?>? Accounts(IReadOnlyList<ChannelAccount>? accounts) =>
        accounts is null ? null : [.. accounts.Select(Account)];

    private static object? AttachmentValue(Attachment attachment) => new DialogObject(4)
    {
        ["contentType"] = attachment.ContentType,
        ["contentUrl"] = attachment.ContentUrl,
        ["name"] = attachment.Name,
        ["content"] = attachment.Content is { } content ? ValueJson.Parse(Encoding.UTF8.GetBytes(content.ToJsonString())) : null,
    };

    private static object? Json(JsonElement? value) =>
        value is { ValueKind: not JsonValueKind.Undefined } json ? ValueJson.Parse(Encoding.UTF8.GetBytes(json.GetRawText())) : null;

    private static Attachment ToAttachment(DialogObject attachment) => new()
    {
        ContentType = Text(attachment, "contentType"),
        ContentUrl = Text(attachment, "contentUrl"),
        Name = Text(attachment, "name"),
        Content = Node(attachment["content"]),
    };

    private static CardAction ToAction(DialogObject action) =>
        new(Text(action, "type") ?? CardActionTypes.ImBack, Text(action, "title") ?? "", Node(action["value"]));

    private static string? Text(DialogObject value, string name) => value[name] as string;

    private static JsonNode? Node(object? value) => value is null ? null : JsonNode.Parse(ValueText.Json(value));
}
