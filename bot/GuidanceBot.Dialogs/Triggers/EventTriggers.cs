using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Recognizers;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Triggers;

/// <summary>Answers an event that content or the runtime raises.</summary>
internal sealed class OnDialogEvent : OnCondition
{
    public OnDialogEvent(ContentNode node)
        : base(node) => EventName = node.Text("event", required: true);
}

/// <summary>Answers an error: what was under way in the dialog is dropped, since it is what failed.</summary>
internal sealed class OnError(ContentNode node) : OnCondition(node, DialogEvents.Error)
{
    private readonly Binding? _executionLimit = node.NumberBinding("executionLimit");

    protected override PlanChangeType ChangeType => PlanChangeType.ReplaceSequence;

    protected override bool Accepts(DialogContext dc, DialogEvent raised) =>
        _executionLimit is null || dc.Turn.HandledErrors < _executionLimit.Number(dc);
}

/// <summary>Answers a recognised intent, and only if certain entities were recognised too.</summary>
internal sealed class OnIntent : OnCondition
{
    private readonly string _intent;
    private readonly List<string> _entities;

    public OnIntent(ContentNode node, string? intent = null)
        : base(node, DialogEvents.RecognizedIntent)
    {
        _intent = (intent ?? node.Text("intent", required: true) ?? "").TrimStart('#');
        _entities = intent is null ? node.Texts("entities") : [];
    }

    protected override bool Accepts(DialogContext dc, DialogEvent raised) =>
        dc.Turn.Memory["recognized"] is DialogObject recognized
        && recognized["intent"] as string == _intent
        && _entities.TrueForAll(entity => dc.GetValue(PathOf(entity)) is not null);

    protected override IEnumerable<string> Constraints() =>
        [.. base.Constraints(), $"intent={_intent}", .. _entities.Select(entity => $"entity={PathOf(entity)}")];

    private static string PathOf(string entity) =>
        entity is ['@', ..] || entity.StartsWith("turn.", StringComparison.OrdinalIgnoreCase) ? entity : $"@{entity}";
}

/// <summary>Answers that two recognizers of a cross-trained set both understood the message.</summary>
internal sealed class OnChooseIntent : OnCondition
{
    private readonly List<string> _intents;

    public OnChooseIntent(ContentNode node)
        : base(node, DialogEvents.RecognizedIntent) => _intents = node.Texts("intents");

    protected override bool Accepts(DialogContext dc, DialogEvent raised) =>
        dc.Turn.Memory["recognized"] is DialogObject recognized
        && recognized["intent"] as string == RecognizerResult.ChooseIntent
        && _intents.TrueForAll(wanted => (recognized["candidates"] as List<object?> ?? [])
            .Any(candidate => Value.Property(candidate, "intent") as string == wanted));

    protected override IEnumerable<string> Constraints() =>
        [.. base.Constraints(), $"intent={RecognizerResult.ChooseIntent}", .. _intents.Select(intent => $"candidate={intent}")];
}

/// <summary>Answers an activity of a type.</summary>
internal sealed class OnActivity : OnCondition
{
    private readonly string? _type;
    private readonly string? _name;

    public OnActivity(ContentNode node, string? type = null, string? name = null)
        : base(node, DialogEvents.ActivityReceived) => (_type, _name) = (type ?? node.Text("type", required: true), name);

    protected override bool Accepts(DialogContext dc, DialogEvent raised)
    {
        var activity = dc.Turn.Memory["activity"] as DialogObject ?? dc.Turn.Activity;
        return (activity["type"] as string ?? "message") == _type && (_name is null || activity["name"] as string == _name);
    }

    protected override IEnumerable<string> Constraints() =>
        _name is null ? [.. base.Constraints(), $"type={_type}"] : [.. base.Constraints(), $"type={_type}", $"name={_name}"];
}

/// <summary>Answers what a form does with an entity: assigns it, or has to ask which of several was meant.</summary>
internal sealed class OnEntityEvent : OnCondition
{
    private readonly string? _property;
    private readonly string? _entity;
    private readonly string? _operation;

    public OnEntityEvent(ContentNode node, string eventName)
        : base(node, eventName)
    {
        var several = eventName == DialogEvents.ChooseProperty;
        _property = several ? null : node.Text("property");
        _entity = several ? null : node.Text("entity") ?? node.Text("value");
        _operation = several ? null : node.Text("operation");
        if (several)
        {
            _ = node.Texts("entities");
            _ = node.Texts("properties");
        }
    }

    protected override bool Accepts(DialogContext dc, DialogEvent raised)
    {
        var value = raised.Value;
        return Is(_property, Value.Property(value, "property"))
            && Is(_entity, Value.Property(Value.Property(value, "value"), "name"))
            && Is(_operation, Value.Property(value, "operation"));
    }

    protected override IEnumerable<string> Constraints() => base.Constraints().Concat(new[]
    {
        ("property", _property), ("entity", _entity), ("operation", _operation),
    }.Where(wanted => wanted.Item2 is not null).Select(wanted => $"{wanted.Item1}={wanted.Item2}"));

    private static bool Is(string? wanted, object? found) => wanted is null || wanted == found as string;
}
