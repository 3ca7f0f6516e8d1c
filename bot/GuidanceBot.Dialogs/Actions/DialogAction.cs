using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>An action that content can switch off with <c>disabled</c>.</summary>
internal abstract class DialogAction(ContentNode node) : Dialog(node)
{
    private readonly Binding? _disabled = node.Condition("disabled");

    internal sealed override Step Begin(DialogContext dc, object? options) =>
        _disabled is not null && _disabled.IsTrue(dc) ? Step.End() : Run(dc, options);

    protected abstract Step Run(DialogContext dc, object? options);
}
