using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>Sets a property in memory.</summary>
internal sealed class SetProperty(ContentNode node) : DialogAction(node)
{
    private readonly Assignment _assignment = new(node);

    private protected override string Label => _assignment.ToString();

    protected override Step Run(DialogContext dc, object? options) => Step.End(_assignment.Set(dc));
}

/// <summary>Sets several properties, each seeing those before it.</summary>
internal sealed class SetProperties(ContentNode node) : DialogAction(node)
{
    private readonly List<Assignment> _assignments = node.Objects("assignments", inner => new Assignment(inner));

    private protected override string Label => string.Join(",", _assignments);

    protected override Step Run(DialogContext dc, object? options)
    {
        _assignments.ForEach(assignment => assignment.Set(dc));
        return Step.End();
    }
}

/// <summary>A property and the value it gets.</summary>
internal sealed class Assignment(ContentNode node)
{
    private readonly Binding? _property = node.TextBinding("property", required: true);
    private readonly Binding? _value = node.ValueBinding("value");

    public string Property(DialogContext dc) => _property!.Text(dc) ?? throw new DialogException("The property to set has no name.");

    public object? Value(DialogContext dc) => _value?.Evaluate(dc);

    public object? Set(DialogContext dc)
    {
        var value = Value(dc);
        dc.SetValue(Property(dc), value);
        return value;
    }

    public override string ToString() => _property?.Fixed is string text ? $"={Binding.Quoted(text)}" : $"{_property}";
}

/// <summary>Makes a property an empty object or list.</summary>
internal sealed class InitProperty(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _property = node.TextBinding("property", required: true);
    private readonly Binding _type = node.Choice("type", "object", "object", "array");

    protected override Step Run(DialogContext dc, object? options)
    {
        dc.SetValue(_property!.Text(dc)!, _type.Text(dc) == "array" ? new List<object?>() : new DialogObject());
        return Step.End();
    }
}

/// <summary>Removes a property from memory.</summary>
internal sealed class DeleteProperty(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _property = node.TextBinding("property", required: true);

    private protected override string Label => $"{_property}";

    protected override Step Run(DialogContext dc, object? options)
    {
        dc.RemoveValue(_property!.Text(dc)!);
        return Step.End();
    }
}

/// <summary>Removes several properties from memory.</summary>
internal sealed class DeleteProperties(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _properties = node.ValueBinding("properties", required: true);

    protected override Step Run(DialogContext dc, object? options)
    {
        foreach (var property in _properties!.Evaluate(dc) as List<object?> ?? [])
        {
            dc.RemoveValue(ValueText.Of(property));
        }

        return Step.End();
    }
}

/// <summary>Changes a list in memory: push, pop, take (from the front), remove, clear.</summary>
internal sealed class EditArray(ContentNode node) : DialogAction(node)
{
    private readonly Binding _change = node.Choice("changeType", "push", "push", "pop", "take", "remove", "clear");
    private readonly Binding? _items = node.TextBinding("itemsProperty", required: true);
    private readonly Binding? _result = node.TextBinding("resultProperty");
    private readonly Binding? _value = node.ValueBinding("value");

    private protected override string Label => $"{_change}: {_items}";

    protected override Step Run(DialogContext dc, object? options)
    {
        var path = _items!.Text(dc)!;
        var list = dc.GetValue(path) switch
        {
            List<object?> found => found,
            null => [],
            var other => throw new DialogException($"'{path}' is {Value.TypeName(other)}, not a list."),
        };
        var result = Edit(dc, list);
        dc.SetValue(path, list);
        if (_result?.Text(dc) is { } property)
        {
            dc.SetValue(property, result);
        }

        return Step.End(result);
    }

    private object? Edit(DialogContext dc, List<object?> list)
    {
        switch (_change.Text(dc)?.ToUpperInvariant())
        {
            case "PUSH":
                if (Needed().Evaluate(dc) is { } pushed)
                {
                    list.Add(pushed);
                }

                return null;
            case "POP":
                return list.Count == 0 ? throw new DialogException("There is nothing to pop: the list is empty.") : TakeAt(list, list.Count - 1);
            case "TAKE":
                return list.Count == 0 ? null : TakeAt(list, 0);
            case "REMOVE":
                var wanted = Needed().Evaluate(dc);
                var place = wanted is null ? -1 : list.FindIndex(item => Value.AreEqual(item, wanted) || ValueText.Of(item) == ValueText.Of(wanted));
                if (place >= 0)
                {
                    list.RemoveAt(place);
                }

                return wanted is null ? null : Box.Of(place >= 0);
            case "CLEAR":
                var any = list.Count > 0;
                list.Clear();
                return Box.Of(any);
            case var unknown:
                throw new DialogException($"EditArray cannot '{unknown}'.");
        }
    }

    private Binding Needed() => _value ?? throw new DialogException($"EditArray needs a value to {_change.Fixed}.");

    private static object? TakeAt(List<object?> list, int place)
    {
        var item = list[place];
        list.RemoveAt(place);
        return item;
    }
}
