using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuidanceBot.Protocol.Teams;

/// <summary>The thumbs under a message. They are asked for in the message's channel data and come back as an invoke.</summary>
public static class FeedbackLoop
{
    /// <summary>Channel data that shows the thumbs and Teams' own form for reasons. Anew at each call, so more can be put in.</summary>
    public static JsonObject Default => new() { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } };

    /// <summary>Channel data that shows the thumbs; Teams then asks for our form with <see cref="InvokeNames.MessageFetchTask"/>.</summary>
    public static JsonObject Custom => new() { ["feedbackLoop"] = new JsonObject { ["type"] = "custom" } };
}

/// <summary>What somebody thought of a message: the value of <see cref="InvokeNames.MessageSubmitAction"/>. Untrusted.</summary>
/// <param name="Reaction"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Text">Their reasons, in their words; empty when they gave none.</param>
/// <remarks>Answer with <c>InvokeResponse.EmptyObject</c>: Teams takes anything else as a fault. The message is the activity's ReplyToId.</remarks>
public sealed record MessageFeedback(string Reaction, string Text)
{
    /// <returns>Null when it is not feedback.</returns>
    public static MessageFeedback? Read(JsonElement? value)
    {
        if (TeamsValues.Read(value, TeamsJson.Default.SubmitActionValue) is not { ActionName: "feedback", ActionValue.Reaction: { Length: > 0 } reaction } submitted)
        {
            return null;
        }

        return new MessageFeedback(reaction, TextIn(submitted.ActionValue.Feedback));
    }

    /// <summary>Teams sends the words as JSON within a string; the Playground sends the bare words; a custom form sends an object.</summary>
    private static string TextIn(JsonElement? feedback)
    {
        switch (feedback?.ValueKind)
        {
            case JsonValueKind.Object:
                return TextField(feedback.Value) ?? feedback.Value.GetRawText();
            case JsonValueKind.String:
                var text = feedback.Value.GetString()!;
                return text.StartsWith('{') ? FromJson(text) ?? text : text;
            default:
                return "";
        }
    }

    private static string? FromJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return TextField(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextField(JsonElement json) =>
        json.TryGetProperty("feedbackText", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    public override string ToString() => $"{nameof(MessageFeedback)} {Reaction}";
}

internal sealed record SubmitActionValue(string? ActionName, SubmitAction? ActionValue);

internal sealed record SubmitAction(string? Reaction, JsonElement? Feedback);
