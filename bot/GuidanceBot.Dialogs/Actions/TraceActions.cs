using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>Tells the developer something: by the host's log and, if asked, as a trace activity.</summary>
internal sealed class LogAction(ContentNode node) : DialogAction(node)
{
    private readonly ActivityTemplate? _text = node.Activity("text", required: true);
    private readonly Binding? _traceActivity = node.Condition("traceActivity");
    private readonly Binding? _label = node.TextBinding("label");

    protected override Step Run(DialogContext dc, object? options)
    {
        var text = _text!.Bind(dc)?["text"] as string ?? "";
        dc.Turn.Options.Log?.Invoke(text);
        if (_traceActivity is not null && _traceActivity.IsTrue(dc))
        {
            dc.Turn.Trace("Log", "Text", text, _label?.Text(dc) ?? dc.Parent?.Active?.Dialog.Id);
        }

        return Step.End();
    }
}

/// <summary>Shows a value, or all memory, to the developer as a trace activity.</summary>
internal sealed class TraceActivity(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _name = node.TextBinding("name");
    private readonly Binding? _label = node.TextBinding("label");
    private readonly Binding? _valueType = node.TextBinding("valueType");
    private readonly Binding? _value = node.ValueBinding("value");

    protected override Step Run(DialogContext dc, object? options)
    {
        var value = _value?.Evaluate(dc) ?? dc.Snapshot();
        dc.Turn.Trace(_name?.Text(dc) ?? "Trace", _valueType?.Text(dc) ?? "State", value, _label?.Text(dc) ?? dc.Parent?.Active?.Dialog.Id);
        return Step.End();
    }
}

/// <summary>Where a debugger would stop. There is none here, so it does nothing.</summary>
internal sealed class DebugBreak(ContentNode node) : DialogAction(node)
{
    protected override Step Run(DialogContext dc, object? options) => Step.End();
}

/// <summary>Tells the host's telemetry that something happened, with properties.</summary>
internal sealed class TelemetryTrackEvent(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _name = node.TextBinding("eventName", required: true);
    private readonly Binding? _properties = node.ValueBinding("properties");

    protected override Step Run(DialogContext dc, object? options)
    {
        dc.Turn.Options.TrackEvent?.Invoke(_name!.Text(dc)!, _properties?.Evaluate(dc) as DialogObject ?? []);
        return Step.End();
    }
}
