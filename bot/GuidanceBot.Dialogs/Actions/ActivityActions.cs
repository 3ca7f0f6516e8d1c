using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>Sends an activity: a text, a template's result, or an activity as it stands.</summary>
internal class SendActivity(ContentNode node) : DialogAction(node)
{
    private readonly ActivityTemplate? _activity = node.Activity("activity", required: true);

    private protected override string Label => $"{_activity}";

    protected override Step Run(DialogContext dc, object? options)
    {
        if (_activity!.Bind(dc) is not { } activity)
        {
            return Step.End();
        }

        return Step.End(Sent(dc.Turn.Send(activity)));
    }

    public static DialogObject Sent(string id) => new(1) { ["id"] = id };
}

/// <summary>Asks for something that the dialog's schema describes, and ends the turn: a trigger will assign the answer.</summary>
internal sealed class Ask(ContentNode node) : SendActivity(node)
{
    private readonly Binding? _expected = node.ValueBinding("expectedProperties");
    private readonly Binding? _defaultOperation = node.ValueBinding("defaultOperation");

    protected override Step Run(DialogContext dc, object? options)
    {
        var expected = _expected?.Evaluate(dc) as List<object?>;
        var state = (dc.Container ?? dc.Active!).State;
        var raised = (dc.Turn.Memory["dialogEvent"] as DialogObject)?["name"];
        var again = expected is not null && state["expectedProperties"] is List<object?> last && SameTexts(expected, last)
            && Equals(state["lastTriggerEvent"], raised);
        state["retries"] = Box.Of(again ? (state["retries"] as long? ?? 0) + 1 : 0);
        state["lastTriggerEvent"] = raised;
        state["expectedProperties"] = Value.Clone(expected);
        if (_defaultOperation is not null)
        {
            state["defaultOperation"] = _defaultOperation.Evaluate(dc);
        }

        return Step.EndAndWait(base.Run(dc, options).Value);
    }

    private static bool SameTexts(List<object?> a, List<object?> b) =>
        a.ConvertAll(ValueText.Of).ToHashSet().SetEquals(b.ConvertAll(ValueText.Of));
}

/// <summary>Changes an activity that was sent.</summary>
internal sealed class UpdateActivity(ContentNode node) : DialogAction(node)
{
    private readonly ActivityTemplate? _activity = node.Activity("activity", required: true);
    private readonly Binding? _activityId = node.TextBinding("activityId", required: true);

    protected override Step Run(DialogContext dc, object? options)
    {
        var id = _activityId!.Text(dc) ?? throw new DialogException($"{Id}: there is no activity id.");
        if (_activity!.Bind(dc) is { } activity)
        {
            dc.Turn.Update(id, activity);
        }

        return Step.End(SendActivity.Sent(id));
    }
}

/// <summary>Takes back an activity that was sent.</summary>
internal sealed class DeleteActivity(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _activityId = node.TextBinding("activityId", required: true);

    protected override Step Run(DialogContext dc, object? options)
    {
        dc.Turn.Delete(_activityId!.Text(dc) ?? throw new DialogException($"{Id}: there is no activity id."));
        return Step.End();
    }
}

/// <summary>Sends a handoff event with a context, for a channel that can pass the conversation to a person.</summary>
internal sealed class SendHandoffActivity(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _context = node.ValueBinding("context");
    private readonly Binding? _transcript = node.ValueBinding("transcript");

    protected override Step Run(DialogContext dc, object? options)
    {
        var handoff = new DialogObject
        {
            ["type"] = "event",
            ["name"] = "handoff.initiate",
            ["value"] = _context?.Evaluate(dc),
        };
        if (_transcript?.Evaluate(dc) is { } transcript)
        {
            handoff["attachments"] = new List<object?>
            {
                new DialogObject { ["contentType"] = "application/json", ["name"] = "Transcript", ["content"] = transcript },
            };
        }

        return Step.End(SendActivity.Sent(dc.Turn.Send(handoff)));
    }
}

/// <summary>Puts what identifies the conversation into memory.</summary>
internal sealed class GetConversationReference(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _property = node.TextBinding("property", required: true);

    protected override Step Run(DialogContext dc, object? options)
    {
        var activity = dc.Turn.Activity;
        var reference = new DialogObject { ["activityId"] = activity["id"], ["user"] = activity["from"], ["bot"] = activity["recipient"] };
        foreach (var name in new[] { "conversation", "channelId", "locale", "serviceUrl" })
        {
            reference[name] = activity[name];
        }

        dc.SetValue(_property!.Text(dc)!, reference);
        return Step.End(reference);
    }
}
