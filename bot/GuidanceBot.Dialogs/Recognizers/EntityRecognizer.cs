using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Text;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Recognizers;

/// <summary>Finds entities of one kind in a text.</summary>
internal abstract class EntityRecognizer
{
    // Numbers and confirmations do not depend on when or where they were written.
    private static readonly RecognitionContext Anywhere = new(default);

    protected EntityRecognizer(ContentNode node) => _ = node.Text("id");

    public abstract IEnumerable<TextEntity> Recognize(string text, DialogContext dc);

    /// <summary>The entities given and all that the recognizers find, each once.</summary>
    public static List<TextEntity> RecognizeAll(List<EntityRecognizer> recognizers, string text, DialogContext dc, List<TextEntity> given)
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

    /// <summary>What is known of an entity beside its text, for <c>$instance</c>.</summary>
    public static DialogObject ToInstance(TextEntity entity) => new(6)
    {
        ["startIndex"] = Box.Of((long)entity.Start),
        ["endIndex"] = Box.Of((long)entity.End),
        ["score"] = 1.0,
        ["text"] = entity.Text,
        ["type"] = entity.Type,
        ["resolution"] = entity.Resolution.Count > 0 ? entity.Resolution : null,
    };

    /// <summary>The numbers in a text, or the ordinals ("end" for the last one), as the language writes numbers.</summary>
    public static IEnumerable<string> NumbersIn(string text, bool ordinals) =>
        EntityRecognizers.Recognize(ordinals ? "Ordinal" : "Number", text, Anywhere).Select(entity => ValueText.Of(entity.Resolution["value"]));

    /// <summary>Yes or no; null: neither.</summary>
    public static bool? Confirmation(string text) =>
        EntityRecognizers.Recognize("Confirmation", text, Anywhere) is [var first, ..] ? first.Resolution["value"] as bool? : null;

    /// <summary>What the first date or time in a text can mean; null: there is none.</summary>
    public static List<object?>? DateTimeReadings(string text, DialogContext dc) =>
        EntityRecognizers.Recognize("DateTime", text, ContextOf(dc)) is [var first, ..] ? first.Resolution["values"] as List<object?> : null;

    protected static RecognitionContext ContextOf(DialogContext dc) =>
        new(dc.Turn.Evaluation.Clock.GetLocalNow().DateTime, dc.Turn.Locale);
}

/// <summary>An entity by a regular expression.</summary>
internal sealed class RegexEntityRecognizer(ContentNode node) : EntityRecognizer(node)
{
    private readonly string _name = node.Text("name", required: true) ?? "";
    private readonly Regex? _pattern = node.Pattern("pattern");

    public override IEnumerable<TextEntity> Recognize(string text, DialogContext dc)
    {
        for (var match = _pattern!.Match(text); match.Success; match = match.NextMatch())
        {
            yield return new TextEntity(_name, match.Index, match.Index + match.Length, match.Value, []);
        }
    }
}

/// <summary>An entity that the runtime knows, such as a number or a date, in English.</summary>
internal sealed class KnownEntityRecognizer(ContentNode node, string name) : EntityRecognizer(node)
{
    public override IEnumerable<TextEntity> Recognize(string text, DialogContext dc) => EntityRecognizers.Recognize(name, text, ContextOf(dc));
}
