using GuidanceBot.Dialogs.Actions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Inputs;

/// <summary>How an answer was taken.</summary>
internal enum InputState
{
    /// <summary>There is none yet.</summary>
    Missing,

    /// <summary>It is not of the kind that was asked for.</summary>
    Unrecognized,

    /// <summary>It is of that kind, and a validation refuses it.</summary>
    Invalid,

    Valid,
}

/// <summary>Asks until there is a valid answer and puts it into a property. A property that has a valid value is not asked for.</summary>
internal abstract class InputDialog : DialogAction
{
    private const string TurnCount = "turnCount";

    private readonly Binding? _property;
    private readonly Binding? _value;
    private readonly Binding? _alwaysPrompt;
    private readonly Binding? _allowInterruptions;
    private readonly Binding? _maxTurnCount;
    private readonly Binding? _defaultValue;
    private readonly List<Binding> _validations;
    private readonly ActivityTemplate? _prompt;
    private readonly ActivityTemplate? _unrecognizedPrompt;
    private readonly ActivityTemplate? _invalidPrompt;
    private readonly ActivityTemplate? _defaultValueResponse;

    protected InputDialog(ContentNode node)
        : base(node)
    {
        _property = node.TextBinding("property");
        _value = node.ValueBinding("value");
        _alwaysPrompt = node.Condition("alwaysPrompt");
        _allowInterruptions = node.Condition("allowInterruptions");
        _maxTurnCount = node.NumberBinding("maxTurnCount");
        _defaultValue = node.ValueBinding("defaultValue");
        _validations = node.Conditions("validations");
        _prompt = node.Activity("prompt");
        _unrecognizedPrompt = node.Activity("unrecognizedPrompt");
        _invalidPrompt = node.Activity("invalidPrompt");
        _defaultValueResponse = node.Activity("defaultValueResponse");
    }

    private protected override string Label => $"{_property}";

    protected override Step Run(DialogContext dc, object? options)
    {
        var state = dc.Active!.State;
        Begun(dc);
        state[TurnCount] = Box.Of(0L);
        var property = _property?.Text(dc);
        var always = _alwaysPrompt is not null && _alwaysPrompt.IsTrue(dc);
        if (always && property is not null)
        {
            dc.SetValue(property, null);
        }

        var taken = always ? InputState.Missing : Take(dc, turnCount: 0);
        if (taken == InputState.Valid)
        {
            return Accepted(dc, dc.Active.State["value"]);
        }

        state[TurnCount] = Box.Of(1L);
        return Prompt(dc, taken);
    }

    internal override Step Continue(DialogContext dc)
    {
        var turn = dc.Turn;
        var interrupted = turn.Memory["interrupted"] is true;
        if (!interrupted && !turn.IsMessage)
        {
            return Step.Wait;
        }

        var turnCount = dc.Active!.State[TurnCount] as long? ?? 0;
        var taken = Take(dc, interrupted ? 0 : turnCount);
        if (taken == InputState.Valid)
        {
            return Accepted(dc, dc.Active.State["value"]);
        }

        if (_maxTurnCount is null || turnCount < _maxTurnCount.Number(dc))
        {
            if (!interrupted)
            {
                dc.Active.State[TurnCount] = Box.Of(turnCount + 1);
            }

            return Prompt(dc, taken);
        }

        if (_defaultValue is null)
        {
            return Step.End();
        }

        var otherwise = _defaultValue.Evaluate(dc);
        if (_defaultValueResponse?.Bind(dc) is { } response)
        {
            turn.Send(response);
        }

        return Accepted(dc, otherwise);
    }

    internal override Step Resume(DialogContext dc, object? result) => Prompt(dc, InputState.Missing);

    internal override void Reprompt(DialogContext dc) => Prompt(dc, InputState.Missing);

    /// <summary>A message is first read by the dialog around, so that the content can decide by what it is whether it may interrupt.</summary>
    internal override bool OnPreBubble(DialogContext dc, DialogEvent raised)
    {
        if (raised.Name != DialogEvents.ActivityReceived || !dc.Turn.IsMessage)
        {
            return false;
        }

        dc.Parent?.Emit(new DialogEvent(DialogEvents.RecognizeUtterance, dc.Turn.Activity, Bubble: false));
        return _allowInterruptions is not null && !(_allowInterruptions.TryEvaluate(dc) is (var allowed, null) && Value.IsTrue(allowed));
    }

    /// <summary>Reads the answer in <c>this.value</c> and puts what it means there.</summary>
    protected abstract InputState Recognize(DialogContext dc, object answer);

    /// <summary>What is fixed when the input begins.</summary>
    protected virtual void Begun(DialogContext dc)
    {
    }

    /// <summary>What is taken from the activity as the answer.</summary>
    protected virtual object? AnswerIn(DialogObject activity) =>
        activity["text"] as string is { Length: > 0 } text ? text : activity["value"] ?? activity["text"];

    /// <summary>The prompt, with what belongs to this kind of input.</summary>
    protected virtual DialogObject Complete(DialogContext dc, DialogObject prompt) => prompt;

    private Step Accepted(DialogContext dc, object? value)
    {
        if (_property?.Text(dc) is { } property)
        {
            dc.SetValue(property, value);
        }

        return Step.End(value);
    }

    private InputState Take(DialogContext dc, long turnCount)
    {
        object? answer = null;
        if (_property?.Text(dc) is { } property)
        {
            // Taken out, so that it does not answer again next time; it comes back when it is valid.
            answer = dc.GetValue(property);
            if (answer is not null)
            {
                dc.SetValue(property, null);
            }
        }

        answer ??= _value?.Evaluate(dc);
        if (answer is null && turnCount > 0 && dc.Turn.Memory["activityProcessed"] is not true)
        {
            answer = AnswerIn(dc.Turn.Activity);
        }

        dc.Active!.State["value"] = answer;
        if (answer is null)
        {
            return InputState.Missing;
        }

        var taken = Recognize(dc, answer);
        if (taken != InputState.Valid)
        {
            return taken;
        }

        foreach (var validation in _validations)
        {
            if (!validation.IsTrue(dc))
            {
                return InputState.Invalid;
            }
        }

        dc.Turn.Memory["activityProcessed"] = Box.True;
        return InputState.Valid;
    }

    private Step Prompt(DialogContext dc, InputState state)
    {
        var template = state switch
        {
            InputState.Unrecognized => _unrecognizedPrompt ?? _invalidPrompt,
            InputState.Invalid => _invalidPrompt ?? _unrecognizedPrompt,
            _ => null,
        };
        var prompt = template?.Bind(dc) ?? _prompt?.Bind(dc) ?? throw new DialogException($"{Id}: the prompt is empty.");
        prompt = Complete(dc, prompt);
        if (prompt["inputHint"] is null or "")
        {
            prompt["inputHint"] = "expectingInput";
        }

        dc.Turn.Send(prompt);
        return Step.Wait;
    }
}
