using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>Goes on with the action of an id, in this scope or one around it.</summary>
internal sealed class GotoAction(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _actionId = node.TextBinding("actionId", required: true);

    protected override Step Run(DialogContext dc, object? options) =>
        Step.End(new ScopeCommand(ScopeCommandKind.Goto, _actionId?.Text(dc) ?? throw new DialogException($"{Id} does not say where to go.")));
}

/// <summary>Leaves the loop around it.</summary>
internal sealed class BreakLoop(ContentNode node) : DialogAction(node)
{
    protected override Step Run(DialogContext dc, object? options) => Step.End(new ScopeCommand(ScopeCommandKind.Break));
}

/// <summary>Goes on with the next round of the loop around it.</summary>
internal sealed class ContinueLoop(ContentNode node) : DialogAction(node)
{
    protected override Step Run(DialogContext dc, object? options) => Step.End(new ScopeCommand(ScopeCommandKind.Continue));
}
