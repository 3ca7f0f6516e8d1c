using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Text;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Recognizers;

/// <summary>Finds intents and entities in a message.</summary>
internal abstract class Recognizer
{
    protected Recognizer(ContentNode? node) => Id = node?.Text("id") ?? "";

    public string Id { get; }

    public abstract DialogObject Recognize(DialogContext dc, DialogObject activity);

    protected static string TextOf(DialogObject activity) => activity["text"] as string ?? "";
}

/// <summary>A pattern and the intent it stands for.</summary>
internal sealed class IntentPattern(ContentNode node)
{
    public string Intent { get; } = (node.Text("intent", required: true) ?? "").Replace(' ', '_');

    public Regex? Pattern { get; } = node.Pattern("pattern", ignoreCase: true);
}

/// <summary>The first pattern that matches gives the intent, its named groups give entities; entity recognizers add theirs.</summary>
internal sealed class RegexRecognizer(ContentNode node) : Recognizer(node)
{
    private readonly List<IntentPattern> _intents = node.Many<IntentPattern>("intents", KindRole.IntentPattern);
    private readonly List<EntityRecognizer> _entities = node.Many<EntityRecognizer>("entities", KindRole.EntityRecognizer);

    public override DialogObject Recognize(DialogContext dc, DialogObject activity)
    {
        var text = TextOf(activity);
        var result = RecognizerResult.Empty(text);
        var entities = new List<TextEntity> { new("text", 0, text.Length, text, []) };
        foreach (var intent in _intents)
        {
            var match = intent.Pattern!.Match(text);
            if (!match.Success)
            {
                continue;
            }

            RecognizerResult.AddIntent(result, intent.Intent, 1.0);
            for (; match.Success; match = match.NextMatch())
            {
                AddGroups(intent.Pattern, match, entities);
            }

            break;
        }

        foreach (var entity in EntityRecognizer.RecognizeAll(_entities, text, dc, entities))
        {
            RecognizerResult.AddEntity(result, entity.Type, entity.Text, EntityRecognizer.ToInstance(entity));
        }

        if (RecognizerResult.Intents(result).Count == 0)
        {
            RecognizerResult.AddIntent(result, RecognizerResult.NoneIntent, 1.0);
        }

        dc.Turn.Trace("RegexRecognizer", "RecognizerResult", result, "Regex RecognizerResult");
        return result;
    }

    private static void AddGroups(Regex pattern, Match match, List<TextEntity> entities)
    {
        foreach (var name in pattern.GetGroupNames())
        {
            // Groups without a name are called by their number.
            if (!char.IsAsciiDigit(name[0]) && match.Groups[name] is { Success: true } group)
            {
                entities.Add(new TextEntity(name, group.Index, group.Index + group.Length, group.Value, []));
            }
        }
    }
}

/// <summary>All that several recognizers find.</summary>
internal sealed class RecognizerSet(ContentNode node) : Recognizer(node)
{
    private readonly List<Recognizer> _recognizers = node.Many<Recognizer>("recognizers", KindRole.Recognizer);

    public override DialogObject Recognize(DialogContext dc, DialogObject activity) => _recognizers.Count == 0
        ? RecognizerResult.None(TextOf(activity))
        : RecognizerResult.Merge(_recognizers.ConvertAll(recognizer => recognizer.Recognize(dc, activity)));
}

/// <summary>The recognizer for the language of the message, or the nearest there is.</summary>
internal sealed class MultiLanguageRecognizer(ContentNode node) : Recognizer(node)
{
    private readonly Dictionary<string, Recognizer> _recognizers = node.Named<Recognizer>("recognizers", KindRole.Recognizer);
    private readonly LanguagePolicy _policy = new(node);

    public override DialogObject Recognize(DialogContext dc, DialogObject activity)
    {
        foreach (var language in _policy.Fallbacks(activity["locale"] as string ?? dc.Turn.Locale))
        {
            if (_recognizers.TryGetValue(language, out var recognizer))
            {
                return recognizer.Recognize(dc, activity);
            }
        }

        return RecognizerResult.Empty(TextOf(activity));
    }
}

/// <summary>What a card that was submitted says: its <c>intent</c>, the rest as entities.</summary>
internal sealed class ValueRecognizer(ContentNode? node) : Recognizer(node)
{
    public static readonly ValueRecognizer Instance = new(null);

    public override DialogObject Recognize(DialogContext dc, DialogObject activity)
    {
        var result = RecognizerResult.Empty(activity["text"] as string);
        if (activity["text"] is not (null or "") || activity["value"] is not DialogObject value)
        {
            return result;
        }

        foreach (var (name, inner) in value)
        {
            if (name.Equals("intent", StringComparison.OrdinalIgnoreCase))
            {
                RecognizerResult.AddIntent(result, ValueText.Of(inner), 1.0);
            }
            else
            {
                RecognizerResult.AddEntity(result, name, inner);
            }
        }

        return result;
    }
}
