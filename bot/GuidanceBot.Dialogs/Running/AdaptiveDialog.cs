using GuidanceBot.Dialogs.Actions;
using GuidanceBot.Dialogs.Forms;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Recognizers;
using GuidanceBot.Dialogs.Triggers;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>A conversation as triggers and what they do. Events choose triggers; the actions of the chosen ones are its plan.</summary>
/// <remarks>Safe to use from many conversations at once: what a conversation remembers is in its state.</remarks>
public sealed class AdaptiveDialog : Dialog
{
    private readonly Recognizer? _recognizer;
    private readonly List<Dialog> _dialogs;
    private readonly Binding? _autoEnd;
    private readonly string _resultProperty;
    private readonly TriggerSelector _selector;
    private readonly FormSchema? _schema;
    private readonly Dictionary<string, Dialog> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dialog> _partsById = new(StringComparer.Ordinal);

    internal AdaptiveDialog(ContentNode node)
        : base(node)
    {
        _recognizer = node.One<Recognizer>("recognizer", KindRole.Recognizer);
        Generator = node.One<Generator>("generator", KindRole.Generator);
        Triggers = node.Many<OnCondition>("triggers", KindRole.Trigger);
        _dialogs = node.Many<Dialog>("dialogs", KindRole.Dialog);
        _autoEnd = node.Condition("autoEndDialog");
        _selector = node.One<TriggerSelector>("selector", KindRole.Selector) ?? TriggerSelector.Usual;
        _resultProperty = node.Text("defaultResultProperty") ?? "dialog.result";
        _schema = node.Raw("schema") is { } schema ? new FormSchema((DialogObject)JsonValues.ToValue(schema)!) : null;
        Version = ContentHash.Of(node.Json);
        for (var place = 0; place < Triggers.Count; place++)
        {
            Triggers[place].Place = place;
        }

        TriggersByEvent = new TriggerIndex(Triggers);
    }

    /// <summary>The id that the content gives, else the name of its file, with a number if it is one of several.</summary>
    public override string Id => ExplicitId ?? Key;

    /// <summary>Changes whenever anything in the definition changes.</summary>
    internal string Version { get; }

    internal Generator? Generator { get; }

    internal List<OnCondition> Triggers { get; }

    internal TriggerIndex TriggersByEvent { get; }

    internal override IEnumerable<Dialog> Parts => Triggers.Select(trigger => (Dialog)trigger.Scope).Concat(_dialogs);

    /// <summary>The actions by their names in the stored state.</summary>
    internal Dialog? PartByKey(string key) => _parts.GetValueOrDefault(key);

    internal Dialog? FindPart(string id) => _partsById.GetValueOrDefault(id);

    /// <summary>Gives every action its name in the stored state: its id, or its kind and a number.</summary>
    internal void AdoptParts()
    {
        foreach (var part in Parts)
        {
            Adopt(part);
        }
    }

    private void Adopt(Dialog part)
    {
        if (part.ExplicitId is { } id)
        {
            _partsById.TryAdd(id, part);
        }

        if (part is AdaptiveDialog)
        {
            return;
        }

        part.Owner = this;
        part.Key = part.ExplicitId is { } own && !_parts.ContainsKey(own) ? own : $"{part.GetType().Name}{_parts.Count}";
        _parts[part.Key] = part;
        foreach (var inner in part.Parts)
        {
            Adopt(inner);
        }
    }

    internal override Step Begin(DialogContext dc, object? options)
    {
        var instance = dc.Active!;
        instance.Version = Version;
        if (options is DialogObject given)
        {
            instance.State = (DialogObject)Value.Clone(given)!;
        }

        _schema?.Begin(instance);
        Raise(dc, new DialogEvent(DialogEvents.BeginDialog, options, Bubble: false));
        return ContinuePlan(dc);
    }

    internal override Step Continue(DialogContext dc)
    {
        var instance = dc.Active!;
        if (instance.Version != Version)
        {
            StartAfresh(dc, instance);
        }

        return ContinuePlan(dc);
    }

    internal override Step Resume(DialogContext dc, object? result)
    {
        dc.Child?.Reprompt();
        return Step.Wait;
    }

    internal override void Reprompt(DialogContext dc) => dc.Child?.Reprompt();

    internal override bool OnPreBubble(DialogContext dc, DialogEvent raised) => Process(dc, raised, preBubble: true);

    internal override bool OnPostBubble(DialogContext dc, DialogEvent raised) => Process(dc, raised, preBubble: false);

    private bool Raise(DialogContext dc, DialogEvent raised) => Process(dc, raised, true) || Process(dc, raised, false);

    /// <summary>
    /// The definition is not the one that began this conversation, so its plan may point at what is no longer there. If no trigger
    /// takes it up, the dialog begins again with what it remembers: inputs whose property has a value do not ask again.
    /// </summary>
    private void StartAfresh(DialogContext dc, DialogInstance instance)
    {
        dc.Turn.Changed.Add(Id);
        instance.Version = Version;
        instance.Plan.Clear();
        dc.Turn.Memory["activityProcessed"] = Box.True;
        if (!dc.Emit(new(DialogEvents.VersionChanged, Id, Bubble: true)))
        {
            Raise(dc, new DialogEvent(DialogEvents.BeginDialog, null, Bubble: false));
        }
    }

    private Step ContinuePlan(DialogContext dc)
    {
        var instance = dc.Active!;
        var begunHere = false;
        while (true)
        {
            instance.ApplyChanges();
            while (instance.Plan is [var current, ..])
            {
                var child = new DialogContext(dc.Turn, current.Stack, dc);
                if (begunHere && current.Stack.Count > 0 && !dc.Turn.Memory.ContainsKey("interrupted"))
                {
                    // What was under way has been interrupted, so it asks again instead of taking this message as its answer.
                    dc.Turn.Memory["interrupted"] = Box.True;
                }

                var step = current.Stack.Count == 0 ? child.Begin(current.Dialog, current.Options) : child.Continue();
                switch (step.Flow)
                {
                    case Flow.Wait or Flow.Suspend or Flow.Restart:
                        return step;
                    case Flow.EndParent:
                        return Step.End(step.Value);
                    case Flow.ReplaceParent:
                        return Step.Replace(step.Dialog!, step.Value);
                    case Flow.Cancelled when !dc.Stack.Contains(instance):
                        return step;
                    case Flow.End or Flow.EndAndWait when step.Value is ScopeCommand { Target: { } target }:
                        throw new DialogException($"GotoAction: could not find an action of '{target}'.");
                }

                if (instance.Plan.Count > 0 && ReferenceEquals(instance.Plan[0], current))
                {
                    instance.Plan.RemoveAt(0);
                }

                if (step.Flow == Flow.EndAndWait)
                {
                    return Step.Wait;
                }

                if (dc.Parent is { AnyChanges: true })
                {
                    return Step.Restart;
                }

                begunHere = true;
                instance.ApplyChanges();
            }

            if (!EndOfPlan(dc))
            {
                return _autoEnd?.IsTrue(dc) ?? true ? Step.End(dc.GetValue(_resultProperty)) : Step.Wait;
            }
        }
    }

    /// <summary>Offers what a form has still to assign, else that all is done.</summary>
    /// <returns>Whether there is something to do again.</returns>
    private bool EndOfPlan(DialogContext dc)
    {
        dc.Turn.CountStep();
        if (_schema is not null)
        {
            while (FormSchema.Next(dc) is { } raised)
            {
                if (Process(dc, raised, preBubble: true))
                {
                    return true;
                }

                FormSchema.Skip(dc, raised);
            }

            FormSchema.Ended(dc);
        }

        return TriggersByEvent.Has(DialogEvents.EndOfActions)
            && Process(dc, new DialogEvent(DialogEvents.EndOfActions, null, Bubble: false), preBubble: true);
    }

    private bool Process(DialogContext dc, DialogEvent raised, bool preBubble)
    {
        var turn = dc.Turn;
        turn.Memory["dialogEvent"] = raised.ToObject();
        switch (raised.Name)
        {
            case DialogEvents.RecognizedIntent when raised.Value is DialogObject recognized:
                SetRecognized(dc, recognized);
                _schema?.Assign(dc, recognized);
                break;
            case DialogEvents.ActivityReceived:
                turn.Memory["activity"] = raised.Value ?? turn.Activity;
                break;
        }

        if (QueueFirstMatch(dc, raised))
        {
            return true;
        }

        return preBubble ? BeforeBubbling(dc, raised) : AfterBubbling(dc, raised);
    }

    private bool BeforeBubbling(DialogContext dc, DialogEvent raised)
    {
        var turn = dc.Turn;
        var activity = turn.Memory["activity"] as DialogObject ?? turn.Activity;
        switch (raised.Name)
        {
            case DialogEvents.BeginDialog when !IsProcessed(turn):
                return Process(dc, new(DialogEvents.ActivityReceived, turn.Activity, Bubble: false), preBubble: true);
            case DialogEvents.ActivityReceived when IsMessage(activity):
                Process(dc, new(DialogEvents.RecognizeUtterance, activity, Bubble: false), preBubble: true);
                return Interrupted(
                    turn, Process(dc, new(DialogEvents.RecognizedIntent, turn.Memory["recognized"], Bubble: false), preBubble: true));
            case DialogEvents.RecognizeUtterance when IsMessage(activity):
                SetRecognized(dc, Recognize(dc, activity));
                return true;
            case DialogEvents.RepromptDialog:
                Reprompt(dc);
                return true;
            default:
                return false;
        }
    }

    private bool AfterBubbling(DialogContext dc, DialogEvent raised)
    {
        var turn = dc.Turn;
        var activity = turn.Memory["activity"] as DialogObject ?? turn.Activity;
        return raised.Name switch
        {
            DialogEvents.BeginDialog when !IsProcessed(turn) =>
                Process(dc, new(DialogEvents.ActivityReceived, activity, Bubble: false), preBubble: false),
            DialogEvents.ActivityReceived when IsMessage(activity) && dc.Active!.Plan.Count == 0 =>
                Interrupted(turn, Process(dc, new(DialogEvents.UnknownIntent, null, Bubble: false), preBubble: false)),
            _ => false,
        };
    }

    private static bool IsMessage(DialogObject activity) => activity["type"] is null or "message";

    private static bool IsProcessed(Turn turn) => turn.Memory["activityProcessed"] is true;

    private static bool Interrupted(Turn turn, bool handled)
    {
        if (handled)
        {
            turn.Memory["interrupted"] = Box.True;
        }

        return handled;
    }

    private static void SetRecognized(DialogContext dc, DialogObject recognized)
    {
        var (intent, score) = RecognizerResult.TopIntent(recognized);
        dc.Turn.Memory["recognized"] = recognized;
        recognized["intent"] = intent;
        recognized["score"] = score;
        dc.Active!.State["lastIntent"] = intent;
    }

    private DialogObject Recognize(DialogContext dc, DialogObject activity) => _recognizer is null
        ? RecognizerResult.None(activity["text"] as string ?? "", 0.0)
        : RecognizerResult.OnlyTop(RecognizerResult.Merge([_recognizer.Recognize(dc, activity), ValueRecognizer.Instance.Recognize(dc, activity)]));

    private bool QueueFirstMatch(DialogContext dc, DialogEvent raised)
    {
        var candidates = TriggersByEvent.For(raised.Name);
        if (candidates.Count == 0 || _selector.Select(candidates, dc, raised) is not { } trigger)
        {
            return false;
        }

        dc.Turn.CountStep();
        dc.Active!.Queue(trigger.Chosen(dc));
        return true;
    }
}
