using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>Ends the dialog it stands in, with a result.</summary>
internal sealed class EndDialog(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _value = node.ValueBinding("value");

    private protected override string Label => $"{_value}";

    protected override Step Run(DialogContext dc, object? options) => Step.EndParent(_value?.Evaluate(dc));
}

/// <summary>Ends the turn; the next activity continues after it.</summary>
internal sealed class EndTurn(ContentNode node) : DialogAction(node)
{
    protected override Step Run(DialogContext dc, object? options) => Step.Wait;

    /// <summary>Waits for a message; an interruption in between does not count.</summary>
    internal override Step Continue(DialogContext dc) => dc.Turn.IsMessage ? Step.End() : Step.Wait;
}

/// <summary>Cancels the dialog it stands in, or all dialogs around it, until one catches the event.</summary>
internal sealed class CancelDialogs(ContentNode node, bool all) : DialogAction(node)
{
    private readonly Binding? _activityProcessed = node.Condition("activityProcessed");
    private readonly Binding? _eventName = node.TextBinding("eventName");
    private readonly Binding? _eventValue = node.ValueBinding("eventValue");

    protected override Step Run(DialogContext dc, object? options)
    {
        var (name, value) = (_eventName?.Text(dc), _eventValue?.Evaluate(dc));
        if (_activityProcessed is not null && !_activityProcessed.IsTrue(dc))
        {
            // The dialogs further out shall answer the activity.
            dc.Turn.Memory["activityProcessed"] = Values.Box.False;
            (name, value) = (DialogEvents.ActivityReceived, dc.Turn.Activity);
        }

        return (dc.Parent ?? dc).CancelAll(all, name, value);
    }
}

/// <summary>Raises an event; a trigger that answers it acts before the next action.</summary>
internal sealed class EmitEvent(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _name = node.TextBinding("eventName", required: true);
    private readonly Binding? _value = node.ValueBinding("eventValue");
    private readonly Binding? _bubble = node.Condition("bubbleEvent");

    private protected override string Label => $"{_name}";

    protected override Step Run(DialogContext dc, object? options)
    {
        var raised = new DialogEvent(_name!.Text(dc)!, _value?.Evaluate(dc), _bubble is not null && _bubble.IsTrue(dc));
        return Step.End(Values.Box.Of((dc.Parent ?? dc).Emit(raised)));
    }
}

/// <summary>Changes what the dialog is going to do: adds actions before or after, or replaces them.</summary>
internal sealed class EditActions(ContentNode node) : DialogAction(node)
{
    private readonly ActionScope _scope = new(node, "actions");
    private readonly Binding _change = node.Choice(
        "changeType", "insertActions", "insertActions", "appendActions", "endSequence", "replaceSequence");

    internal override IEnumerable<Dialog> Parts => [_scope];

    protected override Step Run(DialogContext dc, object? options)
    {
        var type = Enum.Parse<PlanChangeType>(_change.Text(dc)!, ignoreCase: true);
        var entries = _scope.Actions.ConvertAll(action => new PlanEntry(action, options));
        dc.Parent!.Active!.Queue(new PlanChange(type, entries));
        return Step.End();
    }
}

/// <summary>Fails with a message; an <c>OnError</c> trigger can answer it.</summary>
internal sealed class ThrowException(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _error = node.ValueBinding("errorValue", required: true);

    protected override Step Run(DialogContext dc, object? options) => throw new DialogException(_error?.Text(dc) ?? "An error without a message.");
}
