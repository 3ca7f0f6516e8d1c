using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>An action that runs another dialog with options.</summary>
internal abstract class InvokeDialog(ContentNode node, bool needsDialog = true) : DialogAction(node)
{
    private readonly Binding? _options = node.ValueBinding("options");
    private readonly Binding? _activityProcessed = node.Condition("activityProcessed");

    protected DialogReference? Dialog { get; } = needsDialog ? node.DialogReference("dialog", required: true) : null;

    internal override IEnumerable<Dialog> Parts => Dialog?.Dialog is { Key: "" } inline ? [inline] : [];

    private protected override string Label => $"{Dialog}";

    /// <summary>The content's options, overlaid by those the action itself was given.</summary>
    protected DialogObject Bind(DialogContext dc, object? given)
    {
        var bound = new DialogObject();
        foreach (var options in new[] { _options?.Evaluate(dc), given })
        {
            foreach (var (name, value) in options as DialogObject ?? [])
            {
                bound[name] = value;
            }
        }

        return bound;
    }

    /// <summary>Whether the dialog sees the activity as one still to be answered.</summary>
    protected void SetProcessed(DialogContext dc) =>
        dc.Turn.Memory["activityProcessed"] = Box.Of(_activityProcessed is null || _activityProcessed.IsTrue(dc));
}

/// <summary>Runs a dialog and goes on with its result.</summary>
internal sealed class BeginDialog(ContentNode node) : InvokeDialog(node)
{
    private readonly Binding? _result = node.TextBinding("resultProperty");

    protected override Step Run(DialogContext dc, object? options)
    {
        var bound = Bind(dc, options);
        SetProcessed(dc);
        return Step.Begin(Dialog!.Resolve(dc), bound);
    }

    internal override Step Resume(DialogContext dc, object? result)
    {
        if (_result?.Text(dc) is { } property)
        {
            dc.SetValue(property, result is ScopeCommand ? null : result);
        }

        return Step.End(result is ScopeCommand ? null : result);
    }
}

/// <summary>Runs a dialog in the place of the one it stands in.</summary>
internal sealed class ReplaceDialog(ContentNode node) : InvokeDialog(node)
{
    protected override Step Run(DialogContext dc, object? options)
    {
        var bound = Bind(dc, options);
        SetProcessed(dc);
        return Step.ReplaceParent(Dialog!.Resolve(dc), bound);
    }
}

/// <summary>Begins the dialog it stands in again.</summary>
internal sealed class RepeatDialog(ContentNode node) : InvokeDialog(node, needsDialog: false)
{
    private readonly Binding? _allowLoop = node.Condition("allowLoop");

    protected override Step Run(DialogContext dc, object? options)
    {
        var bound = Bind(dc, options);
        var target = dc.Parent?.Active?.Dialog ?? throw new DialogException("There is no dialog to repeat.");
        var repeated = dc.Turn.Memory["repeatedIds"] as List<object?> ?? [];
        if (repeated.Contains(target.Id))
        {
            if (_allowLoop is null || !_allowLoop.IsTrue(dc))
            {
                throw new DialogException($"Recursive loop detected, {target.Id} cannot be repeated twice in one turn.");
            }
        }
        else
        {
            repeated.Add(target.Id);
        }

        dc.Turn.Memory["repeatedIds"] = repeated;
        SetProcessed(dc);
        return Step.ReplaceParent(target, bound);
    }
}

/// <summary>A dialog of a file where an action stands, or a kind of one's own that such a file defines: its properties are the options.</summary>
internal sealed class CustomDialog : Dialog
{
    private readonly DialogReference _dialog;
    private readonly List<KeyValuePair<string, Binding>> _options = [];
    private readonly Binding? _result;

    public CustomDialog(ContentNode node, DialogReference dialog)
        : base(node)
    {
        _dialog = dialog;
        node.TakesAnyProperty = true;
        _result = node.TextBinding("resultProperty");
        foreach (var (name, _) in node.Json.Members)
        {
            if (name is not ['$', ..] && !name.Equals("id", StringComparison.OrdinalIgnoreCase) && node.ValueBinding(name) is { } value)
            {
                _options.Add(new(name, value));
            }
        }
    }

    internal override Step Begin(DialogContext dc, object? options)
    {
        var bound = new DialogObject(_options.Count);
        _options.ForEach(option => bound[option.Key] = option.Value.Evaluate(dc));
        return Step.Begin(_dialog.Resolve(dc), bound);
    }

    internal override Step Resume(DialogContext dc, object? result)
    {
        if (_result?.Text(dc) is { } property)
        {
            dc.SetValue(property, result);
        }

        return Step.End(result);
    }
}
