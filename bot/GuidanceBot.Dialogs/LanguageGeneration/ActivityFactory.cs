using System.Collections.Frozen;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>Makes an activity, as an object with the protocol's property names, from what a template gave.</summary>
public static class ActivityFactory
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    private const string Image = "image";
    private const string Images = "images";

    private static readonly FrozenDictionary<string, string> Cards = new Dictionary<string, string>
    {
        ["herocard"] = "application/vnd.microsoft.card.hero",
        ["thumbnailcard"] = "application/vnd.microsoft.card.thumbnail",
        ["audiocard"] = "application/vnd.microsoft.card.audio",
        ["videocard"] = "application/vnd.microsoft.card.video",
        ["animationcard"] = "application/vnd.microsoft.card.animation",
        ["signincard"] = "application/vnd.microsoft.card.signin",
        ["oauthcard"] = "application/vnd.microsoft.card.oauth",
        ["receiptcard"] = "application/vnd.microsoft.card.receipt",
    }.ToFrozenDictionary();

    /// <summary>Properties of the protocol as it writes them; in a template case does not count.</summary>
    private static readonly FrozenDictionary<string, string> ProtocolNames = new[]
    {
        "type", "id", "timestamp", "localTimestamp", "localTimezone", "callerId", "serviceUrl", "channelId", "from", "conversation", "recipient",
        "textFormat", "attachmentLayout", "membersAdded", "membersRemoved", "reactionsAdded", "reactionsRemoved", "topicName", "historyDisclosed",
        "locale", "text", "speak", "inputHint", "summary", "suggestedActions", "attachments", "entities", "channelData", "action", "replyToId",
        "label", "valueType", "value", "name", "relatesTo", "code", "expiration", "importance", "deliveryMode", "listenFor", "textHighlights",
        "semanticAction", "title", "image", "displayText", "imageAltText", "contentType", "contentUrl", "content", "thumbnailUrl",
    }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the activity.</summary>
    /// <param name="result">A string, a structure or anything else that a template gives.</param>
    /// <returns>
    /// A message with the text (also as <c>speak</c>), with the card or attachment, or with what the structure
    /// <c>[Activity]</c> says; its <c>type</c> is <c>message</c> unless the structure has another.
    /// </returns>
    public static DialogObject FromObject(object? result)
    {
        if (result is not DialogObject structure)
        {
            return FromText(ValueText.Of(result));
        }

        var type = TypeOf(structure);
        return type == "activity" ? FromStructure(structure)
            : type == "attachment" || Cards.ContainsKey(type) ? Message("attachments", new List<object?> { Attachment(structure) })
            : FromText(ValueText.Json(structure));
    }

    private static DialogObject FromText(string text)
    {
        var said = text.Trim();
        var activity = new DialogObject(3) { ["type"] = "message" };
        if (said.Length > 0)
        {
            activity["text"] = said;
            activity["speak"] = said;
        }

        return activity;
    }

    private static DialogObject Message(string property, object? value) => new(4) { ["type"] = "message", [property] = value };

    private static DialogObject FromStructure(DialogObject structure)
    {
        var activity = new DialogObject(structure.Count + 1) { ["type"] = "message" };
        foreach (var (key, value) in structure)
        {
            var name = ProtocolName(key);
            if (!IsType(key))
            {
                activity[name] = name switch
                {
                    "attachments" => Each(value).OfType<DialogObject>().Select(o => (object?)Attachment(o)).ToList(),
                    "suggestedActions" => new DialogObject(1) { ["actions"] = CardActions(value) },
                    _ => value,
                };
            }
        }

        return activity;
    }

    private static DialogObject Attachment(DialogObject structure)
    {
        var type = TypeOf(structure);
        if (Cards.TryGetValue(type, out var cardType))
        {
            return new DialogObject(2) { ["contentType"] = cardType, ["content"] = Card(cardType, structure) };
        }

        if (type != "attachment")
        {
            return new DialogObject(2) { ["contentType"] = type == "adaptivecard" ? AdaptiveCard : type, ["content"] = structure };
        }

        var attachment = new DialogObject(structure.Count);
        foreach (var (key, value) in structure)
        {
            var name = ProtocolName(key);
            if (!IsType(key))
            {
                attachment[name] = name == "contentType" ? ContentType(ValueText.Of(value).ToLowerInvariant()) : value;
            }
        }

        return attachment;
    }

    private static string ContentType(string type) => Cards.TryGetValue(type, out var card) ? card : type == "adaptivecard" ? AdaptiveCard : type;

    private static DialogObject Card(string cardType, DialogObject structure)
    {
        var card = new DialogObject(structure.Count);
        var manyImages = cardType == Cards["herocard"] || cardType == Cards["thumbnailcard"];
        foreach (var (key, value) in structure)
        {
            var name = key.Trim().ToLowerInvariant();
            switch (name)
            {
                case "lgtype":
                    break;
                case "tap":
                    card[name] = CardAction(value);
                    break;
                case Image or Images when manyImages:
                    Append(card, Images, Each(value).Select(Media));
                    break;
                case Image or Images:
                    card[Image] = Media(value);
                    break;
                case "media":
                    Append(card, name, Each(value).Select(Media));
                    break;
                case "buttons":
                    Append(card, name, CardActions(value));
                    break;
                case "autostart" or "shareable" or "autoloop":
                    card[name] = value is string text && bool.TryParse(text, out var yes) ? Box.Of(yes) : value;
                    break;
                default:
                    card[name] = value;
                    break;
            }
        }

        return card;
    }

    private static void Append(DialogObject card, string name, IEnumerable<object?> items) =>
        card[name] = (card[name] as List<object?> ?? []).Concat(items).ToList();

    private static List<object?> CardActions(object? value) => [.. Each(value).Select(v => (object?)CardAction(v))];

    private static DialogObject CardAction(object? value)
    {
        var action = new DialogObject(4);
        if (value is string text)
        {
            action["type"] = "imBack";
            action["title"] = text.Trim();
            action["value"] = text.Trim();
        }
        else if (value is DialogObject structure && TypeOf(structure) == "cardaction")
        {
            action["type"] = "imBack";
            foreach (var (key, inner) in structure)
            {
                if (!IsType(key))
                {
                    action[ProtocolName(key)] = inner;
                }
            }
        }

        return action;
    }

    private static object? Media(object? value) => value switch
    {
        null => new DialogObject(),
        string url => new DialogObject(1) { ["url"] = url.Trim() },
        _ => value,
    };

    private static List<object?> Each(object? value) => value switch
    {
        null => [],
        List<object?> list => list,
        _ => [value],
    };

    private static bool IsType(string key) => key.Equals(StructureBody.TypeProperty, StringComparison.OrdinalIgnoreCase);

    private static string ProtocolName(string key)
    {
        var name = key.Trim();
        return ProtocolNames.TryGetValue(name, out var known) ? known : name;
    }

    private static string TypeOf(DialogObject structure)
    {
        var type = ValueText.Of(structure[StructureBody.TypeProperty]).Trim();
        return (type.Length > 0 ? type : ValueText.Of(structure["type"]).Trim()).ToLowerInvariant();
    }
}
