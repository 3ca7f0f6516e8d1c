using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Forms;

/// <summary>The schema of a dialog that fills properties with recognised entities: which entity may go where.</summary>
/// <remarks>
/// A message's entities become assignments, which are kept in the dialog's state until the plan is empty; then each is offered to
/// the triggers: <c>assignEntity</c> when it is clear, <c>chooseEntity</c> when an entity has several values, <c>chooseProperty</c>
/// when an entity fits several properties. A newer assignment of a property takes the place of an older one.
/// </remarks>
internal sealed class FormSchema
{
    private const string Assignments = "_assignments";
    private const string ExpectedProperties = "expectedProperties";
    private const string LastEvent = "lastEvent";

    /// <summary>The entity by which a message answers which property was meant.</summary>
    private const string PropertyName = "PROPERTYName";

    private readonly List<string> _required;
    private readonly List<string> _expectedOnly;
    private readonly List<string> _entities;
    private readonly object? _defaultOperation;
    private readonly List<FormProperty> _properties;

    public FormSchema(DialogObject schema)
    {
        _required = Texts(schema["required"]);
        _expectedOnly = Texts(schema["$expectedOnly"]);
        _entities = schema.ContainsKey("$entities") ? Texts(schema["$entities"]) : [PropertyName];
        _defaultOperation = schema["$defaultOperation"];
        _properties = [.. (schema["properties"] as DialogObject ?? []).Select(property => new FormProperty(property.Key, property.Value as DialogObject ?? []))];
    }

    public void Begin(DialogInstance instance)
    {
        if (!instance.State.ContainsKey("requiredProperties"))
        {
            instance.State["requiredProperties"] = new List<object?>(_required);
        }
    }

    /// <summary>Turns what was recognised into assignments.</summary>
    public void Assign(DialogContext dc, DialogObject recognized)
    {
        var state = dc.Active!.State;
        var lastEvent = state[LastEvent] as string;
        state.Remove(LastEvent);
        var pending = Pending(state);
        var text = recognized["text"] as string ?? "";
        var found = FormEntity.In(recognized);
        var expected = Texts(state[ExpectedProperties]);
        var used = new List<FormEntity>();
        foreach (var group in Group(Candidates(found, expected)))
        {
            used.AddRange(group.Select(candidate => candidate.Entity));
            if (Resolve(state, pending, group[0], lastEvent))
            {
                lastEvent = null;
                continue;
            }

            Add(pending, ToAssignment(group, state));
        }

        dc.Turn.Memory["recognizedEntities"] = new List<object?>(used.Select(entity => entity.ToObject()));
        dc.Turn.Memory["unrecognizedText"] = new List<object?>(Unrecognized(text, used));
        state[Assignments] = pending;
    }

    /// <summary>The event of the next assignment; null: none is left.</summary>
    public static DialogEvent? Next(DialogContext dc)
    {
        var state = dc.Active!.State;
        if (state[Assignments] is not List<object?> { Count: > 0 } pending || pending[0] is not DialogObject next)
        {
            return null;
        }

        var name = (string)next["event"]!;
        state[LastEvent] = name;
        if (name == DialogEvents.AssignEntity)
        {
            // The trigger reads the value as the entity's.
            pending.RemoveAt(0);
            var value = next["value"] as DialogObject ?? [];
            if (dc.Turn.Memory["recognized"] is DialogObject recognized && value["name"] is string entity)
            {
                var values = value["value"] as List<object?> ?? [value["value"]];
                Recognizers.RecognizerResult.Entities(recognized)[entity] = values;
            }
        }

        return new DialogEvent(name, name == DialogEvents.ChooseProperty ? next["alternatives"] : next, Bubble: false);
    }

    /// <summary>No trigger took the event: what it was about is dropped.</summary>
    public static void Skip(DialogContext dc, DialogEvent raised)
    {
        if (raised.Name != DialogEvents.AssignEntity && dc.Active!.State[Assignments] is List<object?> { Count: > 0 } pending)
        {
            pending.RemoveAt(0);
        }
    }

    public static void Ended(DialogContext dc) => dc.Active!.State[LastEvent] = DialogEvents.EndOfActions;

    /// <summary>Whether the candidate answers a question that is open; then it is answered and becomes an assignment.</summary>
    private static bool Resolve(DialogObject state, List<object?> pending, Candidate candidate, string? lastEvent)
    {
        if (pending is not [DialogObject open, ..])
        {
            return false;
        }

        if (lastEvent == DialogEvents.ChooseEntity && open["property"] as string == candidate.Property && candidate.Entity.Values.Count == 1)
        {
            open["event"] = DialogEvents.AssignEntity;
            open["value"] = candidate.Entity.ToObject();
            return true;
        }

        if (lastEvent != DialogEvents.ChooseProperty || candidate.Entity.Name != PropertyName)
        {
            return false;
        }

        var wanted = ValueText.Of(candidate.Entity.Values.FirstOrDefault());
        var chosen = (open["alternatives"] as List<object?> ?? []).OfType<DialogObject>().FirstOrDefault(choice => choice["property"] as string == wanted);
        if (chosen is null)
        {
            return false;
        }

        pending[0] = With(chosen, DialogEvents.AssignEntity);
        state[ExpectedProperties] = new List<object?> { wanted };
        return true;
    }

    /// <summary>Every way in which an entity can go to a property; entities of the dialog itself go to none.</summary>
    private IEnumerable<Candidate> Candidates(List<FormEntity> found, List<string> expected)
    {
        foreach (var property in _properties)
        {
            var isExpected = expected.Contains(property.Name);
            foreach (var name in property.Entities)
            {
                if (isExpected || !(property.ExpectedOnly ?? _expectedOnly).Contains(name))
                {
                    foreach (var entity in found.Where(entity => entity.Name == name))
                    {
                        yield return new Candidate(property.Name, entity, isExpected, property.Entities.IndexOf(name));
                    }
                }
            }
        }

        foreach (var entity in found.Where(entity => _entities.Contains(entity.Name)))
        {
            yield return new Candidate(null, entity, false, 0);
        }
    }

    /// <summary>Candidates that concern the same part of the text: expected ones first, then by preference, then by how much they cover.</summary>
    private static IEnumerable<List<Candidate>> Group(IEnumerable<Candidate> candidates)
    {
        var open = candidates
            .GroupBy(candidate => candidate.Property)
            .SelectMany(WithoutOverlaps)
            .OrderByDescending(candidate => candidate.IsExpected)
            .ThenByDescending(candidate => candidate.Entity.Length)
            .ToList();
        while (open is [var first, ..])
        {
            var group = open.FindAll(candidate => candidate.Entity.Overlaps(first.Entity));
            open.RemoveAll(group.Contains);
            yield return first.IsExpected ? group.FindAll(candidate => candidate.IsExpected) : group;
        }
    }

    /// <summary>Of overlapping entities for one property, the one that the property prefers.</summary>
    private static IEnumerable<Candidate> WithoutOverlaps(IEnumerable<Candidate> candidates)
    {
        var kept = new List<Candidate>();
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Preference).ThenByDescending(candidate => candidate.Entity.Length))
        {
            if (!kept.Exists(other => other.Entity.Overlaps(candidate.Entity)))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    private DialogObject? ToAssignment(List<Candidate> group, DialogObject state)
    {
        var operation = state["defaultOperation"] ?? _defaultOperation;
        var made = group.ConvertAll(candidate => new DialogObject
        {
            ["property"] = candidate.Property,
            ["operation"] = OperationFor(operation, candidate),
            ["isExpected"] = Box.Of(candidate.IsExpected),
            ["value"] = candidate.Entity.ToObject(),
        });
        if (group[0].Property is null && made[0]["operation"] is null)
        {
            return null;
        }

        if (made.Select(assignment => assignment["property"] as string).Distinct().Count() > 1)
        {
            var choose = With(made[0], DialogEvents.ChooseProperty);
            choose["alternatives"] = new List<object?>(made);
            return choose;
        }

        return With(made[0], group[0].Entity.Values.Count > 1 ? DialogEvents.ChooseEntity : DialogEvents.AssignEntity);
    }

    private static object? OperationFor(object? operation, Candidate candidate) => operation is DialogObject byName
        ? byName[candidate.Property ?? ""] is DialogObject byEntity ? byEntity[candidate.Entity.Name] ?? byEntity[""] : byName[candidate.Entity.Name] ?? byName[""]
        : operation;

    private static DialogObject With(DialogObject assignment, string eventName)
    {
        var copy = (DialogObject)Value.Clone(assignment)!;
        copy["event"] = eventName;
        return copy;
    }

    /// <summary>Adds an assignment; an older one of the same property, unless that is a list, is dropped.</summary>
    private void Add(List<object?> pending, DialogObject? assignment)
    {
        if (assignment is null)
        {
            return;
        }

        var property = assignment["property"] as string;
        if (property is not null && _properties.Find(known => known.Name == property) is not { IsArray: true })
        {
            pending.RemoveAll(other => Value.Property(other, "property") as string == property);
        }

        // What is clear comes before what has to be asked.
        var place = assignment["event"] as string == DialogEvents.AssignEntity
            ? pending.FindIndex(other => Value.Property(other, "event") as string != DialogEvents.AssignEntity)
            : -1;
        pending.Insert(place < 0 ? pending.Count : place, assignment);
    }

    private static List<object?> Pending(DialogObject state) => state[Assignments] as List<object?> ?? [];

    private static List<string> Texts(object? list) => (list as List<object?> ?? []).ConvertAll(ValueText.Of);

    private static IEnumerable<string> Unrecognized(string text, List<FormEntity> used)
    {
        var at = 0;
        foreach (var entity in used.OrderBy(entity => entity.Start))
        {
            if (entity.Start > at)
            {
                yield return text[at..entity.Start].Trim();
            }

            at = Math.Max(at, entity.End);
        }

        if (at < text.Length)
        {
            yield return text[at..];
        }
    }

    private sealed record Candidate(string? Property, FormEntity Entity, bool IsExpected, int Preference);
}
