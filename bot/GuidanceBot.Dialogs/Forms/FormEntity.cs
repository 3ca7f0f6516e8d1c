using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Forms;

/// <summary>A property of a form's schema and the entities that may fill it, best first.</summary>
internal sealed class FormProperty
{
    public FormProperty(string name, DialogObject schema)
    {
        Name = name;
        IsArray = schema["type"] as string == "array";
        Entities = schema["$entities"] is List<object?> given ? given.ConvertAll(ValueText.Of) : [name];
        ExpectedOnly = (schema["$expectedOnly"] as List<object?>)?.ConvertAll(ValueText.Of);
    }

    public string Name { get; }

    public bool IsArray { get; }

    public List<string> Entities { get; }

    public List<string>? ExpectedOnly { get; }
}

/// <summary>An entity of a message with its place in the text.</summary>
/// <param name="Name">The entity's name.</param>
/// <param name="Values">What it may mean: one value, or several between which has to be chosen.</param>
/// <param name="Text">As it stands in the message.</param>
/// <param name="Start">Where, in UTF-16 code units.</param>
/// <param name="End">The first place after it.</param>
internal sealed record FormEntity(string Name, List<object?> Values, string Text, int Start, int End)
{
    public int Length => End - Start;

    /// <summary>The entities of a recognizer's result, those within a longer one of the same name left out.</summary>
    public static List<FormEntity> In(DialogObject recognized)
    {
        var found = new List<FormEntity>();
        var entities = Recognizers.RecognizerResult.Entities(recognized);
        var instances = entities["$instance"] as DialogObject ?? [];
        foreach (var (name, values) in entities)
        {
            if (name is ['$', ..] || values is not List<object?> list)
            {
                continue;
            }

            for (var place = 0; place < list.Count; place++)
            {
                var instance = (instances[name] as List<object?>)?.ElementAtOrDefault(place) as DialogObject;
                var entity = new FormEntity(
                    name,
                    list[place] as List<object?> ?? [list[place]],
                    instance?["text"] as string ?? "",
                    (int)(instance?["startIndex"] as long? ?? 0),
                    (int)(instance?["endIndex"] as long? ?? 0));
                if (!found.Exists(other => other.Name == name && other.Start <= entity.Start && other.End >= entity.End && other.Length > 0))
                {
                    found.Add(entity);
                }
            }
        }

        return found;
    }

    public bool Overlaps(FormEntity other) => this == other || (Start < other.End && other.Start < End);

    public DialogObject ToObject() => new()
    {
        ["name"] = Name,
        ["value"] = Values.Count == 1 ? Values[0] : new List<object?>(Values),
        ["text"] = Text,
        ["start"] = Box.Of((long)Start),
        ["end"] = Box.Of((long)End),
    };
}
