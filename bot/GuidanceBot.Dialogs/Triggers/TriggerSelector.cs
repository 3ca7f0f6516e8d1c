using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Triggers;

/// <summary>Chooses among the triggers that could answer an event.</summary>
internal abstract class TriggerSelector
{
    /// <summary>Of the most specific ones, the first.</summary>
    public static readonly TriggerSelector Usual = new MostSpecificSelector(null);

    /// <summary>The trigger that answers; null: none does.</summary>
    public OnCondition? Select(List<OnCondition> candidates, DialogContext dc, DialogEvent raised)
    {
        List<OnCondition>? matching = null;
        OnCondition? only = null;
        foreach (var candidate in candidates)
        {
            if (!candidate.Matches(dc, raised))
            {
                continue;
            }

            if (only is null)
            {
                only = candidate;
            }
            else
            {
                (matching ??= [only]).Add(candidate);
            }
        }

        return matching is not null ? Choose(matching, dc) : only is not null && only.Priority(dc) >= 0 ? only : null;
    }

    /// <summary>Chooses among triggers that all answer the event.</summary>
    public abstract OnCondition? Choose(IReadOnlyList<OnCondition> matching, DialogContext dc);
}

/// <summary>The one of the lowest priority number; of equals the first written.</summary>
internal sealed class FirstSelector : TriggerSelector
{
    public override OnCondition? Choose(IReadOnlyList<OnCondition> matching, DialogContext dc)
    {
        OnCondition? first = null;
        var lowest = double.MaxValue;
        foreach (var trigger in matching)
        {
            var priority = trigger.Priority(dc);
            if (priority >= 0 && priority < lowest)
            {
                (first, lowest) = (trigger, priority);
            }
        }

        return first;
    }
}

/// <summary>Every matching trigger counts; since one plan can only begin with one, the first of them.</summary>
internal sealed class TrueSelector : TriggerSelector
{
    public override OnCondition? Choose(IReadOnlyList<OnCondition> matching, DialogContext dc) => matching[0];
}

/// <summary>Those whose condition implies that of the others; among them another selector chooses.</summary>
internal sealed class MostSpecificSelector : TriggerSelector
{
    private readonly TriggerSelector _among;

    public MostSpecificSelector(ContentNode? node) =>
        _among = node?.One<TriggerSelector>("selector", KindRole.Selector) ?? new FirstSelector();

    public override OnCondition? Choose(IReadOnlyList<OnCondition> matching, DialogContext dc)
    {
        var specific = matching
            .Where(trigger => !matching.Any(other => other != trigger && TriggerClauses.IsMoreSpecific(other.Clauses, trigger.Clauses)))
            .ToList();
        return specific.Count > 0 ? _among.Choose(specific, dc) : null;
    }
}

/// <summary>Any of them, by chance.</summary>
internal sealed class RandomSelector : TriggerSelector
{
    private readonly Lock _lock = new();
    private readonly Random? _seeded;

    public RandomSelector(ContentNode node) => _seeded = node.Integer("seed", -1) is var seed && seed != -1 ? new Random((int)seed) : null;

    public override OnCondition? Choose(IReadOnlyList<OnCondition> matching, DialogContext dc)
    {
        lock (_lock)
        {
            return matching[(_seeded ?? dc.Turn.Evaluation.Random).Next(matching.Count)];
        }
    }
}

/// <summary>One selector or another, by a condition.</summary>
internal sealed class ConditionalSelector(ContentNode node) : TriggerSelector
{
    private readonly Binding? _condition = node.Condition("condition", required: true);
    private readonly TriggerSelector? _ifTrue = node.One<TriggerSelector>("ifTrue", KindRole.Selector, required: true);
    private readonly TriggerSelector? _ifFalse = node.One<TriggerSelector>("ifFalse", KindRole.Selector, required: true);

    public override OnCondition? Choose(IReadOnlyList<OnCondition> matching, DialogContext dc) =>
        (_condition!.IsTrue(dc) ? _ifTrue : _ifFalse)!.Choose(matching, dc);
}
