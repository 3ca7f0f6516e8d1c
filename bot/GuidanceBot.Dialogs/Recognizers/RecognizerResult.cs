using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Recognizers;

/// <summary>What was understood of a message: <c>text</c>, <c>intents</c> with scores, <c>entities</c> by name with <c>$instance</c> data.</summary>
/// <remarks>It is a value, because content reads it under <c>turn.recognized</c>.</remarks>
internal static class RecognizerResult
{
    public const string NoneIntent = "None";
    public const string ChooseIntent = "ChooseIntent";

    private const string Instance = "$instance";

    public static DialogObject Empty(string? text) => new()
    {
        ["text"] = text,
        ["intents"] = new DialogObject(),
        ["entities"] = new DialogObject(),
    };

    public static DialogObject None(string? text, double score = 1.0)
    {
        var result = Empty(text);
        AddIntent(result, NoneIntent, score);
        return result;
    }

    public static DialogObject Intents(DialogObject result) => (DialogObject)result["intents"]!;

    public static DialogObject Entities(DialogObject result)
    {
        if (result["entities"] is not DialogObject entities)
        {
            result["entities"] = entities = [];
        }

        return entities;
    }

    public static void AddIntent(DialogObject result, string intent, double score) =>
        Intents(result).SetExactly(intent, new DialogObject(1) { ["score"] = score });

    /// <summary>Adds a value of an entity, with where it stands.</summary>
    public static void AddEntity(DialogObject result, string name, object? value, DialogObject? instance = null)
    {
        var entities = Entities(result);
        ListIn(entities, name).Add(value);
        if (instance is null)
        {
            return;
        }

        if (entities[Instance] is not DialogObject instances)
        {
            entities[Instance] = instances = [];
        }

        ListIn(instances, name).Add(instance);
    }

    public static (string Intent, double Score) TopIntent(DialogObject result)
    {
        var (top, best) = (NoneIntent, 0.0);
        var first = true;
        foreach (var (intent, value) in result["intents"] as DialogObject ?? [])
        {
            var score = Value.Property(value, "score") is { } given && Value.IsNumber(given) ? Value.AsDouble(given) : 0.0;
            if (first || score > best)
            {
                (top, best, first) = (intent, score, false);
            }
        }

        return (top, best);
    }

    /// <summary>Keeps only the intent with the best score; adds None when there is no intent.</summary>
    public static DialogObject OnlyTop(DialogObject result)
    {
        var intents = Intents(result);
        if (intents.Count == 0)
        {
            AddIntent(result, NoneIntent, 0.0);
            return result;
        }

        var (top, _) = TopIntent(result);
        var kept = intents[top];
        result["intents"] = new DialogObject(1) { [top] = kept };
        return result;
    }

    /// <summary>All intents, the better score of each; all entities; None only when nothing else.</summary>
    public static DialogObject Merge(IReadOnlyList<DialogObject> results)
    {
        var merged = Empty(null);
        foreach (var result in results)
        {
            MergeIntents(result, merged);
            MergeEntities(Entities(result), Entities(merged));
            foreach (var (name, value) in result)
            {
                if (name is not ("text" or "alteredText" or "intents" or "entities"))
                {
                    merged[name] = value;
                }
            }
        }

        merged["text"] ??= results[0]["text"];
        if (Intents(merged).Count == 0)
        {
            AddIntent(merged, NoneIntent, 1.0);
        }

        return merged;
    }

    private static void MergeIntents(DialogObject result, DialogObject merged)
    {
        if (Intents(result).Count == 0 || TopIntent(result).Intent == NoneIntent)
        {
            return;
        }

        merged["text"] ??= result["text"];
        var into = Intents(merged);
        foreach (var (intent, value) in Intents(result))
        {
            var known = Value.Property(into[intent], "score");
            if (known is null || Value.AsDouble(known) <= Value.AsDouble(Value.Property(value, "score") ?? 0.0))
            {
                into[intent] = value;
            }
        }
    }

    private static void MergeEntities(DialogObject from, DialogObject into)
    {
        foreach (var (name, values) in from)
        {
            if (name == Instance)
            {
                if (into[Instance] is not DialogObject instances)
                {
                    into[Instance] = instances = [];
                }

                MergeEntities(values as DialogObject ?? [], instances);
            }
            else
            {
                ListIn(into, name).AddRange(values as List<object?> ?? [values]);
            }
        }
    }

    private static List<object?> ListIn(DialogObject owner, string name)
    {
        if (owner[name] is not List<object?> list)
        {
            owner[name] = list = [];
        }

        return list;
    }
}
