using System.Text;
using System.Text.Json.Nodes;

namespace GuidanceBot.Turns.Tests.Cards;

/// <summary>What every card must keep to: Teams' limits, the words of Adaptive Cards 1.5, and what a screen reader and a narrow telephone need.</summary>
internal static class CardRules
{
    private static readonly Dictionary<string, string[]> Elements = new()
    {
        ["TextBlock"] = ["type", "text", "wrap", "style", "weight", "size", "color", "isSubtle", "spacing", "separator"],
        ["Container"] = ["type", "items", "style", "spacing", "separator", "selectAction"],
        ["Input.ChoiceSet"] = ["type", "id", "label", "choices", "style", "wrap", "isRequired", "errorMessage", "placeholder", "spacing", "separator"],
    };

    private static readonly Dictionary<string, string[]> Actions = new()
    {
        ["Action.Execute"] = ["type", "title", "verb", "data", "fallback", "tooltip"],
        ["Action.Submit"] = ["type", "title", "data", "tooltip"],
        ["Action.OpenUrl"] = ["type", "title", "url", "tooltip"],
    };

    /// <returns>What is wrong, a line each.</returns>
    public static IEnumerable<string> Check(JsonObject card)
    {
        if (Encoding.UTF8.GetByteCount(card.ToJsonString()) > 28 * 1024)
        {
            yield return "over 28 KB";
        }

        if ((string?)card["type"] != "AdaptiveCard" || (string?)card["version"] != "1.5" || card["lang"] is null)
        {
            yield return "no AdaptiveCard 1.5 with a language";
        }

        if (string.IsNullOrWhiteSpace((string?)card["fallbackText"]))
        {
            yield return "no text twin";
        }

        var body = card["body"]!.AsArray();
        if (body.Count == 0)
        {
            yield return "nothing to read";
        }

        var actions = card["actions"]!.AsArray();
        if (actions.Count > 6)
        {
            yield return $"{actions.Count} buttons";
        }

        var rows = body.Count(element => element!["selectAction"] is not null);
        if (rows > 0 && actions.Count > 0)
        {
            yield return "buttons below rows that are buttons";
        }

        foreach (var fault in body.SelectMany(element => Element(element!)).Concat(actions.SelectMany(action => Action(action!))))
        {
            yield return fault;
        }

        var titles = actions.Select(action => (string?)action!["title"]).ToArray();
        if (titles.Distinct(StringComparer.OrdinalIgnoreCase).Count() != titles.Length)
        {
            yield return "two buttons say the same";
        }
    }

    private static IEnumerable<string> Element(JsonNode element)
    {
        var type = (string?)element["type"] ?? "";
        foreach (var fault in Known(element, type, Elements))
        {
            yield return fault;
        }

        switch (type)
        {
            case "TextBlock":
                var text = (string)element["text"]!;
                if ((bool?)element["wrap"] != true)
                {
                    yield return $"does not wrap: {text}";
                }

                if (text.Length == 0 || text.Split('\n').Any(line => line.StartsWith('#') || line.StartsWith('|')))
                {
                    yield return $"a text that Teams does not draw: {text}";
                }

                break;
            case "Container":
                foreach (var fault in element["items"]!.AsArray().SelectMany(item => Element(item!)))
                {
                    yield return fault;
                }

                if (element["selectAction"] is { } press)
                {
                    if ((string?)press["title"] != (string?)element["items"]![0]!["text"])
                    {
                        yield return "a row that says one thing and a screen reader another";
                    }

                    foreach (var fault in Action(press, isRow: true))
                    {
                        yield return fault;
                    }
                }

                break;
            case "Input.ChoiceSet":
                if (string.IsNullOrEmpty((string?)element["label"]) || element["choices"]!.AsArray().Count < 2)
                {
                    yield return "a list without a label, or with nothing to choose";
                }

                if ((bool?)element["isRequired"] == true && element["errorMessage"] is null)
                {
                    yield return "a list that does not say what is missing";
                }

                break;
        }
    }

    private static IEnumerable<string> Action(JsonNode action) => Action(action, isRow: false);

    /// <param name="action">A button.</param>
    /// <param name="isRow">Its words wrap, and where Universal Actions are not known it is the channel's card that has none.</param>
    private static IEnumerable<string> Action(JsonNode action, bool isRow)
    {
        var type = (string?)action["type"] ?? "";
        foreach (var fault in Known(action, type, Actions))
        {
            yield return fault;
        }

        if (string.IsNullOrWhiteSpace((string?)action["title"]))
        {
            yield return "a button without a title";
        }

        if (!isRow && ((string)action["title"]!).Length > 60)
        {
            yield return "a button that a telephone cuts off";
        }

        if (type == "Action.Execute" && !isRow)
        {
            if ((string?)action["fallback"]?["type"] != "Action.Submit")
            {
                yield return "a Universal Action without a fallback";
            }
            else
            {
                foreach (var fault in Action(action["fallback"]!))
                {
                    yield return fault;
                }
            }
        }

        var url = (string?)action["url"] ?? "";
        if (type == "Action.OpenUrl" && !url.StartsWith("tel:", StringComparison.Ordinal) && !url.StartsWith("https:", StringComparison.Ordinal))
        {
            yield return "an address that is neither a telephone nor https";
        }
    }

    private static IEnumerable<string> Known(JsonNode node, string type, Dictionary<string, string[]> known) =>
        known.TryGetValue(type, out var properties)
            ? node.AsObject().Select(p => p.Key).Except(properties).Select(name => $"{type} has no '{name}' here")
            : [$"unknown: '{type}'"];
}
