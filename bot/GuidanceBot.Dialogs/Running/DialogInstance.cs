using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>A dialog on the stack, with what it has to remember.</summary>
internal sealed class DialogInstance(Dialog dialog)
{
    public Dialog Dialog { get; } = dialog;

    public DialogObject State { get; set; } = [];

    /// <summary>Of an adaptive dialog: the version of the definition that began it.</summary>
    public string? Version { get; set; }

    /// <summary>Of an adaptive dialog: what it has still to do, the first under way.</summary>
    public List<PlanEntry> Plan { get; } = [];

    /// <summary>Changes of the plan that wait to be applied. Never stored: they are applied before the turn ends.</summary>
    public List<PlanChange>? Changes { get; private set; }

    /// <summary>What an action keeps within the turn only.</summary>
    public object? Scratch { get; set; }

    public bool HasChanges => Changes is { Count: > 0 };

    public void Queue(PlanChange change) => (Changes ??= []).Add(change);

    public void ApplyChanges()
    {
        if (Changes is null)
        {
            return;
        }

        foreach (var change in Changes)
        {
            switch (change.Type)
            {
                case PlanChangeType.InsertActions:
                    Plan.InsertRange(0, change.Entries);
                    break;
                case PlanChangeType.AppendActions:
                    Plan.AddRange(change.Entries);
                    break;
                case PlanChangeType.EndSequence:
                    Plan.Clear();
                    break;
                case PlanChangeType.ReplaceSequence:
                    Plan.Clear();
                    Plan.AddRange(change.Entries);
                    break;
            }
        }

        Changes = null;
    }
}

/// <summary>Something an adaptive dialog is going to do, and, once begun, the stack of its actions, innermost last.</summary>
internal sealed class PlanEntry(Dialog dialog, object? options = null)
{
    public Dialog Dialog { get; } = dialog;

    public object? Options { get; } = options;

    public List<DialogInstance> Stack { get; } = [];
}

internal enum PlanChangeType
{
    InsertActions,
    AppendActions,
    EndSequence,
    ReplaceSequence,
}

internal sealed record PlanChange(PlanChangeType Type, IReadOnlyList<PlanEntry> Entries);
