using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Recognizers;

/// <summary>Something found in a text.</summary>
/// <param name="Type">The entity's name.</param>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Start">Where, in UTF-16 code units.</param>
/// <param name="End">The first place after it.</param>
/// <param name="Resolution">What it means; null: what it says.</param>
internal sealed record Entity(string Type, string Text, int Start, int End, DialogObject? Resolution = null)
{
    public static Entity WholeText(string text) => new("text", text, 0, text.Length);

    public DialogObject ToInstance() => new(6)
    {
        ["startIndex"] = Box.Of((long)Start),
        ["endIndex"] = Box.Of((long)End),
        ["score"] = 1.0,
        ["text"] = Text,
        ["type"] = Type,
        ["resolution"] = Resolution,
    };
}
