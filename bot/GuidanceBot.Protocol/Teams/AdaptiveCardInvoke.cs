using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Teams;

/// <summary>A Universal Action: somebody pressed a card's button, or a card refreshes itself. Untrusted: decide by our own state.</summary>
public sealed record AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; init; }

    /// <summary><c>manual</c>, <c>automatic</c> (a refresh), or missing.</summary>
    public string? Trigger { get; init; }

    /// <summary>True when nobody pressed: the card asks for its newest form.</summary>
    public bool IsRefresh => Trigger == "automatic";

    /// <returns>Null when it is not a Universal Action.</returns>
    public static AdaptiveCardInvokeValue? Read(JsonElement? value) =>
        TeamsValues.Read(value, TeamsJson.Default.AdaptiveCardInvokeValue) is { Action: not null } read ? read : null;
}

/// <summary>The button.</summary>
public sealed record AdaptiveCardInvokeAction
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Verb { get; init; }

    /// <summary>The button's data with the card's inputs merged in.</summary>
    public JsonElement? Data { get; init; }

    public string? Title { get; init; }

    /// <summary>Says nothing of what people typed: this may end up in a log.</summary>
    public override string ToString() => nameof(AdaptiveCardInvokeAction);
}

/// <summary>Answers to a Universal Action. The HTTP status stays 200; a fault is said in the body.</summary>
public static class AdaptiveCardInvokeResponses
{
    /// <summary>Puts this card in the place of the one that was pressed.</summary>
    public static InvokeResponse Card(JsonNode card) => Answer(200, Attachment.AdaptiveCardType, card);

    /// <summary>Shows a short text to the one who pressed.</summary>
    public static InvokeResponse Message(string text) => Answer(200, "application/vnd.microsoft.activity.message", JsonValue.Create(text));

    /// <summary>Says that it did not work.</summary>
    /// <param name="status">400, 404 or 500.</param>
    /// <param name="code">One word.</param>
    /// <param name="message">What the person reads.</param>
    public static InvokeResponse Error(int status, string code, string message) =>
        Answer(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });

    private static InvokeResponse Answer(int status, string type, JsonNode? value) =>
        new(200, new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value?.DeepClone() });
}
