using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Actions;

/// <summary>One of two sequences of actions. A condition that cannot be evaluated is an error: it must not look like "no".</summary>
internal sealed class IfCondition(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _condition = node.Condition("condition", required: true);
    private readonly ActionScope _then = new(node, "actions");
    private readonly ActionScope _else = new(node, "elseActions");

    internal override IEnumerable<Dialog> Parts => [_then, _else];

    private protected override string Label => $"{_condition}";

    protected override Step Run(DialogContext dc, object? options)
    {
        var branch = _condition!.IsTrue(dc) ? _then : _else;
        return branch.Actions.Count > 0 ? Step.Replace(branch) : Step.End();
    }
}

/// <summary>The sequence of actions of the case that equals the condition.</summary>
internal sealed class SwitchCondition(ContentNode node) : DialogAction(node)
{
    private readonly Binding? _condition = node.Condition("condition", required: true);
    private readonly List<Case> _cases = node.Objects("cases", inner => new Case(inner));
    private readonly ActionScope _default = new(node, "default");

    internal override IEnumerable<Dialog> Parts => [.. _cases.Select(branch => branch.Scope), _default];

    private protected override string Label => $"{_condition}";

    protected override Step Run(DialogContext dc, object? options)
    {
        var value = _condition!.Evaluate(dc);
        var branch = _cases.Find(candidate => candidate.Fits(value))?.Scope ?? _default;
        return branch.Actions.Count > 0 ? Step.Replace(branch) : Step.End();
    }

    private sealed class Case(ContentNode node)
    {
        private readonly string? _text = node.Text("value", required: true);

        public ActionScope Scope { get; } = new(node, "actions");

        /// <summary>The content writes every case as text; a number or a boolean may be meant.</summary>
        public bool Fits(object? value) => value switch
        {
            string text => text == _text,
            long or double => Value.TryParseNumber(_text, out var number) && Value.AreEqual(number, value),
            bool truth => bool.TryParse(_text, out var written) && written == truth,
            _ => false,
        };
    }
}
