using System.Globalization;
using System.Text;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Inputs;

/// <summary>How choices are joined into a sentence.</summary>
internal sealed record ChoiceOptions(string Separator, string Or, string OrMore, bool IncludeNumbers = true)
{
    /// <summary>As content gives them: an object with the SDK's names, or a list of the four in order.</summary>
    public static ChoiceOptions Of(object? value, ChoiceOptions otherwise) => value switch
    {
        DialogObject o => new(
            o["inlineSeparator"] as string ?? otherwise.Separator,
            o["inlineOr"] as string ?? otherwise.Or,
            o["inlineOrMore"] as string ?? otherwise.OrMore,
            o["includeNumbers"] as bool? ?? true),
        List<object?> { Count: >= 3 } list => new(
            ValueText.Of(list[0]), ValueText.Of(list[1]), ValueText.Of(list[2]), list.Count < 4 || list[3] is not false),
        _ => otherwise,
    };
}

/// <summary>Ways to show choices with a prompt.</summary>
internal static class ChoiceStyles
{
    public static readonly string[] Names = ["none", "auto", "inline", "list", "suggestedAction", "heroCard"];

    private const int LongestTitle = 20;
    private const int MostInline = 3;

    /// <summary>The prompt with the choices in it. The prompt given is used up.</summary>
    public static DialogObject Show(DialogObject prompt, IReadOnlyList<Choice> choices, string style, string channel, ChoiceOptions options)
    {
        var text = prompt["text"] as string ?? "";
        switch (style.Equals("auto", StringComparison.OrdinalIgnoreCase) ? ForChannel(channel, choices) : style.ToUpperInvariant())
        {
            case "INLINE":
                prompt["text"] = Inline(text, choices, options);
                break;
            case "LIST":
                prompt["text"] = List(text, choices, options);
                break;
            case "SUGGESTEDACTION":
                prompt["text"] = text;
                prompt["suggestedActions"] = new DialogObject { ["actions"] = Buttons(choices) };
                break;
            case "HEROCARD":
                prompt.Remove("text");
                prompt["attachmentLayout"] = "list";
                prompt["attachments"] = new List<object?>
                {
                    new DialogObject
                    {
                        ["contentType"] = "application/vnd.microsoft.card.hero",
                        ["content"] = new DialogObject { ["text"] = text, ["buttons"] = Buttons(choices) },
                    },
                };
                break;
        }

        return prompt;
    }

    /// <summary>Buttons where the channel shows them and the titles fit, else text.</summary>
    private static string ForChannel(string channel, IReadOnlyList<Choice> choices)
    {
        var fits = choices.All(choice => choice.Title.Length <= LongestTitle);
        return fits switch
        {
            true when choices.Count <= MostSuggestedActions(channel) => "SUGGESTEDACTION",
            true when choices.Count <= MostCardActions(channel) => "HEROCARD",
            true when choices.Count <= MostInline => "INLINE",
            _ => "LIST",
        };
    }

    private static int MostSuggestedActions(string channel) => channel switch
    {
        "facebook" or "skype" => 10,
        "line" => 13,
        "kik" => 20,
        "telegram" or "emulator" or "directline" or "directlinespeech" or "webchat" => 100,
        _ => -1,
    };

    private static int MostCardActions(string channel) => channel switch
    {
        "facebook" or "skype" or "msteams" => 3,
        "line" => 99,
        "slack" or "emulator" or "directline" or "directlinespeech" or "webchat" or "cortana" => 100,
        _ => -1,
    };

    private static string Inline(string text, IReadOnlyList<Choice> choices, ChoiceOptions options)
    {
        var whole = new StringBuilder(text).Append(' ');
        for (var place = 0; place < choices.Count; place++)
        {
            if (place > 0)
            {
                whole.Append(place < choices.Count - 1 ? options.Separator : place == 1 ? options.Or : options.OrMore);
            }

            if (options.IncludeNumbers)
            {
                whole.Append(CultureInfo.InvariantCulture, $"({place + 1}) ");
            }

            whole.Append(choices[place].Title);
        }

        return whole.ToString();
    }

    private static string List(string text, IReadOnlyList<Choice> choices, ChoiceOptions options)
    {
        var whole = new StringBuilder(text).Append("\n\n   ");
        for (var place = 0; place < choices.Count; place++)
        {
            whole.Append(place > 0 ? "\n   " : "");
            whole.Append(options.IncludeNumbers ? string.Create(CultureInfo.InvariantCulture, $"{place + 1}. ") : "- ");
            whole.Append(choices[place].Title);
        }

        return whole.ToString();
    }

    private static List<object?> Buttons(IReadOnlyList<Choice> choices) =>
    [
        .. choices.Select(choice => choice.Action is { } action
            ? (DialogObject)Value.Clone(action)!
            : new DialogObject { ["type"] = "imBack", ["title"] = choice.Value, ["value"] = choice.Value }),
    ];
}
