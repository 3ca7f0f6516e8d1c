using GuidanceBot.Dialogs.Actions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Triggers;

/// <summary>A trigger: the event it answers, the condition, and what is done.</summary>
internal class OnCondition
{
    private readonly Binding? _condition;
    private readonly Binding? _priority;
    private readonly bool _runOnce;
    private IReadOnlyList<IReadOnlySet<string>>? _clauses;

    public OnCondition(ContentNode node, string? eventName = null)
    {
        EventName = eventName;
        Scope = new ActionScope(node, "actions");
        _condition = node.Condition("condition");
        _priority = node.NumberBinding("priority");
        _runOnce = node.Flag("runOnce", otherwise: false);
    }

    /// <summary>The event it answers; null: any.</summary>
    public string? EventName { get; protected init; }

    public ActionScope Scope { get; }

    /// <summary>Its place among the triggers of the dialog: its priority unless one is given.</summary>
    public int Place { get; set; }

    protected virtual PlanChangeType ChangeType => PlanChangeType.InsertActions;

    /// <summary>What must hold, in disjunctive form, each part as text: for finding the most specific trigger.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Clauses => _clauses ??= TriggerClauses.Of(_condition?.Expression, Constraints());

    /// <summary>0 is first; less than 0 never.</summary>
    public double Priority(DialogContext dc) =>
        _priority is null ? Place : _priority.TryEvaluate(dc) is ({ } value, null) && Value.IsNumber(value) ? Value.AsDouble(value) : -1;

    /// <summary>Whether it answers the event now. A condition that cannot be evaluated does not hold, as in the SDK.</summary>
    public bool Matches(DialogContext dc, DialogEvent raised) =>
        (EventName is null || EventName == raised.Name)
        && Accepts(dc, raised)
        && (_condition is null || (_condition.TryEvaluate(dc) is (var value, null) && Value.IsTrue(value)))
        && (!_runOnce || RunOnce.IsDue(dc, this, _condition));

    /// <summary>The change of plan that it asks for.</summary>
    public virtual PlanChange Chosen(DialogContext dc)
    {
        if (_runOnce)
        {
            RunOnce.Done(dc, this, _condition);
        }

        return new PlanChange(ChangeType, [new PlanEntry(Scope)]);
    }

    protected virtual bool Accepts(DialogContext dc, DialogEvent raised) => true;

    /// <summary>What it asks beside its condition, as text.</summary>
    protected virtual IEnumerable<string> Constraints() => EventName is null ? [] : [$"event={EventName}"];
}
