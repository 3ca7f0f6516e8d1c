using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Recognizers;

/// <summary>Recognizers that know of each other: an intent <c>DeferToRecognizer_X</c> says that X should decide.</summary>
/// <remarks>When all agree, that result counts; when two understand the message differently, the intent is ChooseIntent with candidates.</remarks>
internal sealed class CrossTrainedRecognizerSet : Recognizer
{
    private const string DeferPrefix = "DeferToRecognizer_";

    private readonly List<Recognizer> _recognizers;

    public CrossTrainedRecognizerSet(ContentNode node)
        : base(node)
    {
        _recognizers = node.Many<Recognizer>("recognizers", KindRole.Recognizer);
        if (_recognizers.Exists(recognizer => recognizer.Id.Length == 0))
        {
            node.Error(node.Json, ContentErrorCodes.MissingProperty, "Each recognizer of a CrossTrainedRecognizerSet needs an 'id'.");
        }
    }

    public override DialogObject Recognize(DialogContext dc, DialogObject activity)
    {
        var results = new Dictionary<string, DialogObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var recognizer in _recognizers)
        {
            var result = recognizer.Recognize(dc, activity);
            result["id"] = recognizer.Id;
            results[recognizer.Id] = result;
        }

        string? agreed = null;
        foreach (var recognizer in _recognizers)
        {
            var decides = Follow(recognizer.Id, results);
            if (decides is null)
            {
                // They defer to each other in a circle.
                return agreed is null ? RecognizerResult.None(TextOf(activity)) : Choose(results.Values, TextOf(activity));
            }

            if (TopOf(results, decides) is RecognizerResult.NoneIntent || decides == agreed)
            {
                continue;
            }

            if (agreed is not null)
            {
                return Choose(results.Values, TextOf(activity));
            }

            agreed = decides;
        }

        return agreed is null ? RecognizerResult.None(TextOf(activity)) : results[agreed];
    }

    /// <summary>The recognizer that decides in the end; null: they lead back to the first.</summary>
    private static string? Follow(string first, Dictionary<string, DialogObject> results)
    {
        var decides = first;
        for (var hops = 0; hops <= results.Count; hops++)
        {
            var intent = TopOf(results, decides);
            if (!intent.StartsWith(DeferPrefix, StringComparison.Ordinal))
            {
                return results.Keys.First(id => id.Equals(decides, StringComparison.OrdinalIgnoreCase));
            }

            decides = intent[DeferPrefix.Length..];
            if (decides.Equals(first, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return null;
    }

    private static string TopOf(Dictionary<string, DialogObject> results, string id) =>
        results.TryGetValue(id, out var result) ? RecognizerResult.TopIntent(result).Intent : RecognizerResult.NoneIntent;

    private static DialogObject Choose(IEnumerable<DialogObject> results, string text)
    {
        var candidates = new List<object?>();
        foreach (var result in results)
        {
            var (intent, score) = RecognizerResult.TopIntent(result);
            if (intent != RecognizerResult.NoneIntent && !intent.StartsWith(DeferPrefix, StringComparison.Ordinal))
            {
                candidates.Add(new DialogObject { ["id"] = result["id"], ["intent"] = intent, ["score"] = score, ["result"] = result });
            }
        }

        if (candidates.Count == 0)
        {
            return RecognizerResult.None(text);
        }

        var choose = RecognizerResult.Empty(text);
        RecognizerResult.AddIntent(choose, RecognizerResult.ChooseIntent, 1.0);
        choose["candidates"] = candidates;
        return choose;
    }
}
