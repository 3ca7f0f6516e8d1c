using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>What <c>GotoAction</c>, <c>BreakLoop</c> and <c>ContinueLoop</c> hand to the scopes around them until one can follow it.</summary>
internal sealed record ScopeCommand(ScopeCommandKind Kind, string? Target = null);

internal enum ScopeCommandKind
{
    Goto,
    Break,
    Continue,
}

/// <summary>Actions one after the other.</summary>
internal class ActionScope : Dialog
{
    private const string Offset = "offset";

    public ActionScope(ContentNode node)
        : this(node, "actions")
    {
    }

    /// <summary>The actions of a property of something that is no action itself.</summary>
    public ActionScope(ContentNode node, string property)
        : base(node) => Actions = node.Actions(property);

    public List<Dialog> Actions { get; }

    internal override IEnumerable<Dialog> Parts => Actions;

    internal override Step Begin(DialogContext dc, object? options) => Actions.Count > 0 ? BeginAction(dc, 0) : Step.End();

    internal override Step Continue(DialogContext dc) => Next(dc, null);

    internal override Step Resume(DialogContext dc, object? result) => result switch
    {
        ScopeCommand { Kind: ScopeCommandKind.Goto } command => Goto(dc, command),
        ScopeCommand { Kind: ScopeCommandKind.Break } command => OnBreak(dc, command),
        ScopeCommand { Kind: ScopeCommandKind.Continue } command => OnContinue(dc, command),
        _ => Next(dc, result),
    };

    protected Step BeginAction(DialogContext dc, int offset)
    {
        dc.Active!.State[Offset] = Box.Of((long)offset);
        return Step.Begin(Actions[offset]);
    }

    protected virtual Step OnEndOfActions(DialogContext dc, object? result) => Step.End(result);

    protected virtual Step OnBreak(DialogContext dc, ScopeCommand command) => Step.End(command);

    protected virtual Step OnContinue(DialogContext dc, ScopeCommand command) => Step.End(command);

    private Step Goto(DialogContext dc, ScopeCommand command)
    {
        var offset = Actions.FindIndex(action => action.ExplicitId == command.Target);
        return offset >= 0 ? BeginAction(dc, offset) : Step.End(command);
    }

    private Step Next(DialogContext dc, object? result)
    {
        if (dc.Parent is { AnyChanges: true })
        {
            return Step.Restart;
        }

        var next = (int)(dc.Active!.State[Offset] as long? ?? -1) + 1;
        return next < Actions.Count ? BeginAction(dc, next) : OnEndOfActions(dc, result);
    }
}
