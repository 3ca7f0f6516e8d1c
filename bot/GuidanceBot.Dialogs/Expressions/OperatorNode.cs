using System.Text;
using GuidanceBot.Dialogs.Expressions.Functions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions;

internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

/// <summary>Two operands with an operator between them.</summary>
internal sealed class OperatorNode(Operator op, Node left, Node right) : Node
{
    private static readonly string[] Signs = ["+", "-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">", ">=", "&&", "||"];

    public Operator Op => op;

    public override Kinds Gives => op switch
    {
        Operator.Add => Kinds.Number | Kinds.String,
        Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.Remainder or Operator.Power => Kinds.Number,
        _ => Kinds.Boolean,
    };

    public override IReadOnlyList<Node> Children => [left, right];

    public override bool IsConstant => left.IsConstant && right.IsConstant;

    /// <summary>The kinds an operand may have.</summary>
    public static Kinds Takes(Operator op) => op switch
    {
        Operator.Add => Kinds.Number | Kinds.String,
        Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.Remainder or Operator.Power => Kinds.Number,
        _ => Kinds.Any,
    };

    public override object? Evaluate(in Scope scope) => op switch
    {
        Operator.And => Box.Of(Holds(left, scope) && Holds(right, scope)),
        Operator.Or => Box.Of(Holds(left, scope) || Holds(right, scope)),
        >= Operator.Equal and <= Operator.GreaterOrEqual => Compare(scope.InCondition()),
        _ => Calculate(scope),
    };

    public override void Print(StringBuilder target)
    {
        PrintOperand(target, left);
        target.Append(' ').Append(Signs[(int)op]).Append(' ');
        PrintOperand(target, right);
    }

    /// <summary>Whether a condition holds. One that cannot be evaluated does not, as in Bot Framework.</summary>
    internal static bool Holds(Node condition, in Scope scope)
    {
        var value = condition.Evaluate(scope.InCondition());
        return value is not Fault && Value.IsTrue(value);
    }

    internal static void PrintOperand(StringBuilder target, Node operand)
    {
        var bare = operand is not (OperatorNode or SignNode);
        target.Append(bare ? "" : "(");
        operand.Print(target);
        target.Append(bare ? "" : ")");
    }

    private object? Compare(in Scope scope)
    {
        var a = left.Evaluate(scope);
        var b = a is Fault ? null : right.Evaluate(scope);
        if (a is Fault || b is Fault)
        {
            return Box.False;
        }

        var result = Comparing.Compare(op, a, b);
        return result is Fault f ? f.In(this) : result;
    }

    private object? Calculate(in Scope scope)
    {
        var a = left.Evaluate(scope);
        if (a is Fault)
        {
            return a;
        }

        var b = right.Evaluate(scope);
        if (b is Fault)
        {
            return b;
        }

        var result = op switch
        {
            Operator.Add => Arithmetic.Add(a, b, scope),
            Operator.Subtract => Arithmetic.Subtract(a, b),
            Operator.Multiply => Arithmetic.Multiply(a, b),
            Operator.Divide => Arithmetic.Divide(a, b),
            Operator.Remainder => Arithmetic.Remainder(a, b),
            _ => Arithmetic.Power(a, b),
        };
        return result is Fault f ? f.In(this) : result;
    }
}

/// <summary><c>!x</c>, <c>-x</c> or <c>+x</c>.</summary>
internal sealed class SignNode(char sign, Node operand) : Node
{
    public char Sign => sign;

    public override Kinds Gives => sign == '!' ? Kinds.Boolean : sign == '-' ? Kinds.Number : Kinds.Number | Kinds.String;

    public override IReadOnlyList<Node> Children => [operand];

    public override bool IsConstant => operand.IsConstant;

    public override object? Evaluate(in Scope scope)
    {
        if (sign == '!')
        {
            return Box.Of(!OperatorNode.Holds(operand, scope));
        }

        var value = operand.Evaluate(scope);
        if (value is Fault)
        {
            return value;
        }

        var zero = Box.Of(0L);
        var result = sign == '-' ? Arithmetic.Subtract(zero, value) : Arithmetic.Add(zero, value, scope);
        return result is Fault f ? f.In(this) : result;
    }

    public override void Print(StringBuilder target)
    {
        target.Append(sign);
        OperatorNode.PrintOperand(target, operand);
    }
}
