using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Turns.Cards;

/// <summary>Somebody pressed a button of a card. A press says words, as if they were typed, and can do nothing that typing could not.</summary>
/// <param name="Card">The nonce of the card: each of its buttons counts once.</param>
/// <param name="Button">Which button, from 0.</param>
/// <param name="Step">True when the card asked a question of a guided conversation: it is past once another was asked.</param>
/// <param name="Words">What the button says.</param>
public sealed record CardPress(string Card, int Button, bool Step, string Words)
{
    /// <summary>The verb of every button.</summary>
    public const string Verb = "say";

    private const string CardKey = "card";
    private const string ButtonKey = "button";
    private const string StepKey = "step";
    private const string WordsKey = "words";

    /// <summary>The fields of "who are you".</summary>
    public const string RoleField = "role";

    /// <inheritdoc cref="RoleField"/>
    public const string AreaField = "area";

    private const int LongestWords = 500;

    /// <summary>What remembers that this press was dealt with.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Card}:{Button}");

    /// <summary>The data of the button. A form's fields take the place of the words when they are empty.</summary>
    public JsonObject ToData() => new()
    {
        [CardKey] = Card,
        [ButtonKey] = Button,
        [StepKey] = Step,
        [WordsKey] = Words,
    };

    /// <summary>The words in the data of a button; empty when it gathers what is chosen on its card.</summary>
    internal static string WordsIn(JsonObject data) => (string?)data[WordsKey] ?? "";

    /// <returns>Null when it is not one of our buttons, or nothing was chosen.</returns>
    public static CardPress? Read(JsonElement? value) =>
        AdaptiveCardInvokeValue.Read(value)?.Action is { Verb: Verb, Data: { } data } ? FromData(data) : null;

    /// <summary>The same from a message whose value is a button's data, as clients without Universal Actions send it.</summary>
    public static CardPress? FromData(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } data
            || Text(data, CardKey) is not { Length: > 0 and <= 64 } card
            || !data.TryGetProperty(ButtonKey, out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var button))
        {
            return null;
        }

        var words = Text(data, WordsKey) is { Length: > 0 } own ? own
            : Form(data);
        return words is { Length: > 0 and <= LongestWords }
            ? new CardPress(card, button, data.TryGetProperty(StepKey, out var step) && step.ValueKind == JsonValueKind.True, words)
            : null;
    }

    private static string? Form(JsonElement data) => (Text(data, RoleField), Text(data, AreaField)) switch
    {
        ({ Length: > 0 } role, { Length: > 0 } area) => $"I am a {role} in {area}",
        ({ Length: > 0 } role, _) => $"I am a {role}",
        (_, { Length: > 0 } area) => $"I work in {area}",
        _ => null,
    };

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    /// <summary>Says no words: this may end up in a log.</summary>
    public override string ToString() => nameof(CardPress);
}
