using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GuidanceBot.Turns.Cards;

/// <summary>An Adaptive Card, schema 1.5: the newest that Teams draws everywhere. Only what this bot sends is here.</summary>
public sealed record AdaptiveCard
{
    /// <summary>Buttons that Teams shows on one card.</summary>
    public const int MostActions = 6;

    /// <summary>Bytes of JSON that Teams takes.</summary>
    public const int MostBytes = 28 * 1024;

    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version { get; } = "1.5";

    public string Lang { get; } = "en-GB";

    /// <summary>The text twin: what is read where the card cannot be drawn.</summary>
    public required string FallbackText { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>The same card for channels that draw cards but know no Universal Actions: a button sends its words as if they were typed.</summary>
    /// <remarks>Where a button gathers what was chosen on the card, it sends its data.</remarks>
    public AdaptiveCard WithoutUniversalActions()
    {
        var asks = Body.OfType<ChoiceSet>().Any();
        CardAction? Plain(CardAction? action) => action is not ExecuteAction execute ? action
            : CardPress.WordsIn(execute.Data) is { Length: > 0 } words && !asks ? new SubmitAction(execute.Title, words) { Tooltip = execute.Tooltip }
            : new SubmitAction(execute.Title, execute.Data) { Tooltip = execute.Tooltip };
        return this with
        {
            Body = [.. Body.Select(element => element is Container { SelectAction: { } action } row ? row with { SelectAction = Plain(action) } : element)],
            Actions = [.. Actions.Select(action => Plain(action)!)],
        };
    }

    public JsonObject ToJson() => System.Text.Json.JsonSerializer.SerializeToNode(this, CardJson.Default.AdaptiveCard)!.AsObject();
}

/// <summary>A part of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ChoiceSet), "Input.ChoiceSet")]
public abstract record CardElement
{
    /// <summary><c>small</c>, <c>medium</c>, <c>large</c>; null for the usual.</summary>
    public string? Spacing { get; init; }

    public bool? Separator { get; init; }
}

/// <summary>Words, always wrapped: a phone is narrow. Markdown of bold, italics, lists and links only.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; } = true;

    /// <summary><c>heading</c> tells screen readers that it is one.</summary>
    public string? Style { get; init; }

    public string? Weight { get; init; }

    public string? Size { get; init; }

    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }
}

/// <summary>Parts that belong together, on a ground of their own.</summary>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary><c>emphasis</c>, <c>attention</c>, <c>good</c>; null for none. Colour never carries the meaning alone.</summary>
    public string? Style { get; init; }

    /// <summary>What happens when it is pressed: then the whole of it is a button.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>One of several answers.</summary>
/// <param name="Id">The name it comes back under.</param>
/// <param name="Label">What a screen reader says and everybody sees above it.</param>
/// <param name="Choices">The answers.</param>
public sealed record ChoiceSet(string Id, string Label, IReadOnlyList<CardChoice> Choices) : CardElement
{
    /// <summary><c>expanded</c> shows all at once, <c>compact</c> a list to open.</summary>
    public string Style { get; init; } = "expanded";

    public bool Wrap { get; } = true;

    /// <summary>What stands in the closed list before something is chosen.</summary>
    public string? Placeholder { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <summary>An answer and what is sent for it.</summary>
public sealed record CardChoice(string Title, string Value);

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
public abstract record CardAction(string Title)
{
    /// <summary>What a screen reader adds.</summary>
    public string? Tooltip { get; init; }
}

/// <summary>A Universal Action: the bot is asked, and answers on the card.</summary>
public sealed record ExecuteAction(string Title, string Verb, JsonObject Data) : CardAction(Title)
{
    /// <summary>For clients that know no Universal Actions.</summary>
    public CardAction? Fallback { get; init; }
}

/// <summary>Sends its data as a message: an object as its value, a string as its words.</summary>
public sealed record SubmitAction(string Title, JsonNode Data) : CardAction(Title);

/// <summary>Opens an address: a page, or a telephone with <c>tel:</c>.</summary>
public sealed record OpenUrlAction(string Title, string Url) : CardAction(Title);
