using GuidanceBot.Dialogs.Actions;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Memory;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>One level of the conversation: a stack of dialogs and actions, inside an adaptive dialog or at the root.</summary>
/// <param name="turn">The turn.</param>
/// <param name="stack">The stack, innermost last.</param>
/// <param name="parent">The level that the adaptive dialog around this stack stands on; null at the root.</param>
internal sealed class DialogContext(Turn turn, List<DialogInstance> stack, DialogContext? parent) : IMemory, IScopes
{
    public Turn Turn => turn;

    public DialogContext? Parent => parent;

    public List<DialogInstance> Stack => stack;

    public DialogInstance? Active => stack.Count > 0 ? stack[^1] : null;

    /// <summary>The adaptive dialog whose plan this stack belongs to, or that stands on the root.</summary>
    public DialogInstance? Container => Active is { Dialog: AdaptiveDialog } top ? top : parent?.Active ?? Active;

    /// <summary>The level inside the active dialog; null when it has nothing under way.</summary>
    public DialogContext? Child => Active is { Dialog: AdaptiveDialog, Plan: [var first, ..] } ? new(turn, first.Stack, this) : null;

    /// <summary>The innermost level with something on its stack.</summary>
    public DialogContext Leaf => Child is { Active: not null } child ? child.Leaf : this;

    /// <summary>Whether this or a level further out has a change of plan waiting.</summary>
    public bool AnyChanges
    {
        get
        {
            for (var dc = this; dc is not null; dc = dc.Parent)
            {
                if (dc.Active is { HasChanges: true })
                {
                    return true;
                }
            }

            return false;
        }
    }

    public Step Begin(Dialog dialog, object? options = null) => Run(Step.Begin(dialog, options));

    public Step Continue() => Active is { } active ? Run(active.Dialog.Continue(this)) : Step.Empty;

    /// <summary>Works the stack off until something has to wait, the stack is empty, or a level further out is concerned.</summary>
    private Step Run(Step step)
    {
        var endsTurn = false;
        while (true)
        {
            switch (step.Flow)
            {
                case Flow.Replace:
                    Pop();
                    goto case Flow.Begin;
                case Flow.Begin:
                    turn.CountStep();
                    Push(step.Dialog!);
                    step = step.Dialog!.Begin(this, step.Value);
                    break;
                case Flow.End or Flow.EndAndWait:
                    endsTurn |= step.Flow == Flow.EndAndWait;
                    Pop();
                    turn.Memory["lastresult"] = step.Value is ScopeCommand ? null : step.Value;
                    if (Active is not { } next)
                    {
                        return endsTurn ? step with { Flow = Flow.EndAndWait } : step with { Flow = Flow.End };
                    }

                    step = next.Dialog.Resume(this, step.Value);
                    break;
                case Flow.Wait when endsTurn:
                    return step with { Flow = Flow.EndAndWait };
                default:
                    return step;
            }
        }
    }

    private void Push(Dialog dialog)
    {
        var depth = 1;
        for (var dc = this; dc is not null; dc = dc.Parent)
        {
            depth += dc.Stack.Count;
        }

        var most = turn.Options.Limits.StackDepth;
        if (depth > most)
        {
            throw new DialogLimitException($"More than {most} dialogs and actions are on the stack.");
        }

        stack.Add(new DialogInstance(dialog));
    }

    private void Pop()
    {
        if (stack.Count > 0)
        {
            stack.RemoveAt(stack.Count - 1);
        }
    }

    /// <summary>Raises an event at the active dialog of this level, or at the innermost one.</summary>
    /// <returns>Whether a trigger took it.</returns>
    public bool Emit(DialogEvent raised, bool fromLeaf = false)
    {
        turn.CountStep();
        var dc = fromLeaf ? Leaf : this;
        if (dc.Active is not { } active)
        {
            return false;
        }

        return active.Dialog.OnPreBubble(dc, raised)
            || (raised.Bubble && dc.Parent is { } outer && outer.Emit(raised))
            || active.Dialog.OnPostBubble(dc, raised);
    }

    /// <summary>Takes everything off this stack and, if asked, those further out, until a dialog catches the event.</summary>
    public Step CancelAll(bool parents, string? eventName, object? eventValue)
    {
        if (stack.Count == 0 && parent is null)
        {
            return Step.Empty;
        }

        var raised = new DialogEvent(eventName ?? DialogEvents.CancelDialog, eventValue, Bubble: false);
        var notify = false;
        for (var dc = this; dc is not null;)
        {
            if (dc.Stack.Count > 0)
            {
                if (notify && dc.Emit(raised))
                {
                    break;
                }

                dc.Pop();
            }
            else
            {
                dc = parents ? dc.Parent : null;
            }

            notify = true;
        }

        return Step.Cancelled;
    }

    public void Reprompt()
    {
        if (Active is { } active && !Emit(new(DialogEvents.RepromptDialog, null, Bubble: false)))
        {
            active.Dialog.Reprompt(this);
        }
    }

    /// <summary>A copy of what content can see, for showing it to the developer.</summary>
    public DialogObject Snapshot() => new(5)
    {
        ["user"] = Value.Clone(turn.State.User),
        ["conversation"] = Value.Clone(turn.State.Conversation),
        ["dialog"] = Value.Clone(Container?.State),
        ["this"] = Value.Clone(Active?.State),
        ["turn"] = Value.Clone(turn.Memory),
    };

    /// <summary>Finds the dialog an expression names: in the dialogs around, then among all that are loaded.</summary>
    public Dialog FindDialog(string id)
    {
        for (var dc = this; dc is not null; dc = dc.Parent)
        {
            if ((dc.Active?.Dialog as AdaptiveDialog)?.FindPart(id) is { } part)
            {
                return part;
            }
        }

        return turn.Dialogs.Find(id) ?? throw new DialogException($"There is no dialog '{id}'.");
    }

    public bool TryGetValue(string name, out object? value)
    {
        switch (name[0])
        {
            case '$':
                value = Container?.State[name[1..]];
                return true;
            case '%':
                return TryGetProperty(Scopes.Class(this), name[1..], out value);
            case '#':
                value = Value.Property(Scopes.Recognized(turn, "intents"), name[1..]);
                return true;
            case '@' when name.StartsWith("@@", StringComparison.Ordinal):
                value = Value.Property(Scopes.Recognized(turn, "entities"), name[2..]);
                return true;
            case '@':
                value = PropertyPath.FirstOf(Value.Property(Scopes.Recognized(turn, "entities"), name[1..]));
                return true;
            default:
                value = Scopes.Find(name, this);
                return value is not null;
        }
    }

    public object? GetValue(PropertyPath path)
    {
        var root = Scopes.Find(path.Scope, this);
        return path.IsScope ? root : root is IPropertySource or DialogObject ? path.Get(root, this) : null;
    }

    public object? GetValue(string path) => GetValue(PropertyPath.Of(path));

    public void SetValue(string path, object? value) => Scopes.Set(this, PropertyPath.Of(path), Value.Clone(value));

    public void RemoveValue(string path) => Scopes.Remove(this, PropertyPath.Of(path));

    void IMemory.SetValue(IReadOnlyList<object> path, object? value)
    {
        var text = string.Concat(path.Select((part, place) => part is long index ? $"[{index}]" : place == 0 ? $"{part}" : $".{part}"));
        SetValue(text, value);
    }

    private static bool TryGetProperty(object? owner, string name, out object? value) => Value.TryGetProperty(owner, name, out value);
}
