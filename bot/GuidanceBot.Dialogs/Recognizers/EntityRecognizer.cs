using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Recognizers;

/// <summary>Finds entities of one kind in a text.</summary>
internal abstract class EntityRecognizer
{
    protected EntityRecognizer(ContentNode node) => _ = node.Text("id");

    public abstract IEnumerable<Entity> Recognize(string text, DialogContext dc);

    /// <summary>The entities given and all that the recognizers find, each once.</summary>
    public static List<Entity> RecognizeAll(List<EntityRecognizer> recognizers, string text, DialogContext dc, List<Entity> given)
    {
        foreach (var recognizer in recognizers)
        {
            foreach (var entity in recognizer.Recognize(text, dc))
            {
                if (!given.Exists(known => known.Type == entity.Type && known.Start == entity.Start && known.End == entity.End))
                {
                    given.Add(entity);
                }
            }
        }

        return given;
    }

    /// <summary>The numbers in a text, or the ordinals ("end" and "end-1" for the last ones), as the language writes numbers.</summary>
    public static IEnumerable<string> NumbersIn(string text, bool ordinals) => throw new DialogException("x");

    public static bool? Confirmation(string text) => null;

    public static List<object?>? DateTimeReadings(string text, TimeProvider clock) => null;
}

/// <summary>An entity by a regular expression.</summary>
internal sealed class RegexEntityRecognizer(ContentNode node) : EntityRecognizer(node)
{
    private readonly string _name = node.Text("name", required: true) ?? "";
    private readonly Regex? _pattern = node.Pattern("pattern");

    public override IEnumerable<Entity> Recognize(string text, DialogContext dc)
    {
        for (var match = _pattern!.Match(text); match.Success; match = match.NextMatch())
        {
            yield return new Entity(_name, match.Value, match.Index, match.Index + match.Length);
        }
    }
}

internal sealed record TextEntityType(string Kind, string Type, string What);

internal sealed class TextEntityRecognizer(ContentNode node, TextEntityType type) : EntityRecognizer(node)
{
    public static readonly TextEntityType[] Types = [];

    public override IEnumerable<Entity> Recognize(string text, DialogContext dc) => [new(type.Kind, text, 0, 1)];
}
