using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Conditions and comparisons. Each comparison has an operator too.</summary>
internal static class LogicFunctions
{
    public static IEnumerable<ExpressionFunction> All =>
    [
        ExpressionFunction.Special("and", "a+", 'b', (a, in s) => Box.Of(Holding(a, s) == a.Length)),
        ExpressionFunction.Special("or", "a+", 'b', AnyHolds),
        ExpressionFunction.Special("not", "a", 'b', (a, in s) => Box.Of(!OperatorNode.Holds(a[0], s))),
        ExpressionFunction.Special("if", "aaa", 'a', (a, in s) => a[OperatorNode.Holds(a[0], s) ? 1 : 2].Evaluate(s)),
        ExpressionFunction.Special("exists", "a", 'b', (a, in s) => Box.Of(a[0].Evaluate(s.InCondition()) is not (null or Fault))),
        ExpressionFunction.Special("bool", "a", 'b', (a, in s) => Box.Of(AsBool(a[0].Evaluate(s.InCondition())))),
        Comparison("equals", Operator.Equal),
        Comparison("notEquals", Operator.NotEqual),
        Comparison("less", Operator.Less),
        Comparison("lessOrEquals", Operator.LessOrEqual),
        Comparison("greater", Operator.Greater),
        Comparison("greaterOrEquals", Operator.GreaterOrEqual),
        ExpressionFunction.Special("coalesce", "a+", 'a', Coalesce),
        new("ignore", "a", 'b', (a, in _) => a[0]),
        new("optional", "a", 'b', (a, in _) => a[0]),
    ];

    /// <summary>A value read as yes or no: 0 and texts that say false are no, which in a condition they are not.</summary>
    private static bool AsBool(object? value) => value switch
    {
        Fault => false,
        long or double => Value.AsDouble(value) != 0,
        string text => !text.Contains("false", StringComparison.OrdinalIgnoreCase),
        _ => Value.IsTrue(value),
    };

    private static int Holding(Node[] conditions, in Scope scope)
    {
        var count = 0;
        while (count < conditions.Length && OperatorNode.Holds(conditions[count], scope))
        {
            count++;
        }

        return count;
    }

    private static object AnyHolds(Node[] conditions, in Scope scope)
    {
        foreach (var condition in conditions)
        {
            if (OperatorNode.Holds(condition, scope))
            {
                return Box.True;
            }
        }

        return Box.False;
    }

    private static ExpressionFunction Comparison(string name, Operator op) => ExpressionFunction.Special(name, "aa", 'b', (a, in s) =>
    {
        var scope = s.InCondition();
        var (left, right) = (a[0].Evaluate(scope), a[1].Evaluate(scope));
        return left is Fault || right is Fault ? Box.False : Comparing.Compare(op, left, right);
    });

    /// <summary>The first value that is not null; nothing is put in the place of a null here.</summary>
    private static object? Coalesce(Node[] arguments, in Scope scope)
    {
        object? found = null;
        foreach (var argument in arguments)
        {
            var value = argument.Evaluate(scope.InCondition());
            if (value is Fault)
            {
                return value;
            }

            found ??= value;
        }

        return found;
    }
}
