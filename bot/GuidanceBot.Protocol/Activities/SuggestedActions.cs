using System.Text.Json.Nodes;

namespace GuidanceBot.Protocol.Activities;

/// <summary>Prompts shown under a message. Teams shows about three, in personal chats, on messages without a card.</summary>
/// <param name="Actions">The prompts, in order.</param>
/// <param name="To">Who sees them; null or empty for everybody in the conversation.</param>
public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions, IReadOnlyList<string>? To = null)
{
    /// <summary>Prompts that type their own words when they are chosen.</summary>
    public static SuggestedActions Typing(params IEnumerable<string> words) =>
        new([.. words.Select(word => new CardAction(CardActionTypes.ImBack, word, JsonValue.Create(word)))]);
}

/// <summary>A button outside an Adaptive Card.</summary>
/// <param name="Type">One of <see cref="CardActionTypes"/>.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Value">What it sends: a string for <see cref="CardActionTypes.ImBack"/>, anything for an invoke.</param>
public sealed record CardAction(string Type, string Title, JsonNode? Value = null);

/// <summary>The values of <see cref="CardAction.Type"/> that are used.</summary>
public static class CardActionTypes
{
    public const string ImBack = "imBack";
    public const string MessageBack = "messageBack";
    public const string OpenUrl = "openUrl";
    public const string Invoke = "invoke";
}
