using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>What is to be said: a text evaluated by the dialog's templates, or an activity as it stands.</summary>
internal sealed class ActivityTemplate
{
    private readonly string? _text;
    private readonly DialogObject? _activity;

    private ActivityTemplate(string? text, DialogObject? activity) => (_text, _activity) = (text, activity);

    public static ActivityTemplate? Parse(JsonSource source, ContentNode node)
    {
        if (source.Scalar is string text)
        {
            node.Loader.Texts.Add((text, node.File, source));
            return new(text, null);
        }

        if (!source.IsObject)
        {
            throw new DialogException("Give a text, an activity or an activity template.");
        }

        return source.Kind is null
            ? new(null, (DialogObject)JsonValues.ToValue(source)!)
            : node.Loader.Read<ActivityTemplate>(source, KindRole.ActivityTemplate, node.File);
    }

    public static ActivityTemplate OfTemplate(ContentNode node)
    {
        var text = node.Text("template", required: true) ?? "";
        if (node.Json.Member("template") is { } at)
        {
            node.Loader.Texts.Add((text, node.File, at));
        }

        return new(text, null);
    }

    public static ActivityTemplate OfStatic(ContentNode node) =>
        new(null, node.Raw("activity", required: true) is { } activity ? JsonValues.ToValue(activity) as DialogObject : []);

    /// <summary>The activity; null when it would be a message with nothing in it.</summary>
    public DialogObject? Bind(DialogContext dc)
    {
        var activity = _activity is not null ? (DialogObject)Value.Clone(_activity)! : ActivityFactory.FromObject(Generate(dc));
        return activity["type"] is null or "message" && !HasContent(activity) ? null : activity;
    }

    /// <summary>What the text gives, before it is made an activity.</summary>
    public object? Generate(DialogContext dc) => Generator.Of(dc).Generate(dc, _text ?? "");

    public override string ToString() => _text ?? ValueText.Json(_activity);

    private static bool HasContent(DialogObject activity) =>
        activity["text"] is string { Length: > 0 } || activity["speak"] is string { Length: > 0 }
        || activity["attachments"] is List<object?> { Count: > 0 } || activity["suggestedActions"] is not null
        || activity["channelData"] is not null || activity["entities"] is List<object?> { Count: > 0 };
}
