using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Teams;

/// <summary>One result of a search from the compose box.</summary>
/// <param name="Card">The Adaptive Card that is put into the message when it is chosen.</param>
/// <param name="Title">What the list shows.</param>
/// <param name="Text">A line under it.</param>
/// <param name="OnChoosing">What comes back with <see cref="InvokeNames.ComposeExtensionSelectItem"/>; null to put the card in at once.</param>
public sealed record MessagingExtensionResult(JsonNode Card, string Title, string Text, JsonNode? OnChoosing = null)
{
    public override string ToString() => nameof(MessagingExtensionResult);
}

/// <summary>Answers to message extensions.</summary>
public static class MessagingExtensionResponses
{
    /// <summary>The most results Teams shows at once.</summary>
    public const int MostResults = 25;

    /// <summary>A list to choose from; what is over <see cref="MostResults"/> is dropped.</summary>
    public static InvokeResponse Results(IEnumerable<MessagingExtensionResult> results) => Compose(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. results.Take(MostResults).Select(Attached)]),
    });

    /// <summary>A line of text in place of results.</summary>
    public static InvokeResponse Message(string text) => Compose(new JsonObject { ["type"] = "message", ["text"] = text });

    private static InvokeResponse Compose(JsonObject extension) => new(200, new JsonObject { ["composeExtension"] = extension });

    private static JsonObject Attached(MessagingExtensionResult result)
    {
        var preview = new JsonObject { ["title"] = result.Title, ["text"] = result.Text };
        if (result.OnChoosing is { } value)
        {
            preview["tap"] = new JsonObject { ["type"] = CardActionTypes.Invoke, ["value"] = value.DeepClone() };
        }

        return new JsonObject
        {
            ["contentType"] = Attachment.AdaptiveCardType,
            ["content"] = result.Card.DeepClone(),
            ["preview"] = new JsonObject { ["contentType"] = Attachment.ThumbnailCardType, ["content"] = preview },
        };
    }
}

/// <summary>Answers that open or go on with a dialog ("task module").</summary>
public static class TaskResponses
{
    /// <summary>Shows a card in a dialog.</summary>
    /// <param name="title">The dialog's title.</param>
    /// <param name="card">An Adaptive Card.</param>
    /// <param name="size"><c>small</c>, <c>medium</c> or <c>large</c>.</param>
    public static InvokeResponse Continue(string title, JsonNode card, string size = "medium") => Task("continue", new JsonObject
    {
        ["title"] = title,
        ["height"] = size,
        ["width"] = size,
        ["card"] = new JsonObject { ["contentType"] = Attachment.AdaptiveCardType, ["content"] = card.DeepClone() },
    });

    /// <summary>Ends the dialog with a line of text.</summary>
    public static InvokeResponse Message(string text) => Task("message", JsonValue.Create(text));

    private static InvokeResponse Task(string type, JsonNode value) =>
        new(200, new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });
}
