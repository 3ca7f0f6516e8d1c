using System.Runtime.CompilerServices;
using System.Text;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>A part of a parsed expression, ready to be evaluated.</summary>
internal abstract class Node
{
    /// <summary>Where it begins in the text, counted from 0.</summary>
    public int Offset { get; init; }

    /// <summary>What its value can be.</summary>
    public virtual Kinds Gives => Kinds.Any;

    /// <summary>Its parts, for those who inspect expressions.</summary>
    public virtual IReadOnlyList<Node> Children => [];

    /// <summary>How many parts stand in one another below it, itself included.</summary>
    public int Height { get; set; } = 1;

    /// <summary>Whether it has the same value at every evaluation and that value cannot be changed by who gets it.</summary>
    public virtual bool IsConstant => false;

    /// <summary>The value, or a <see cref="Fault"/>.</summary>
    public abstract object? Evaluate(in Scope scope);

    /// <summary>The value as a step of a path: what is not there is null, where by itself it would be a fault.</summary>
    public virtual object? Walk(in Scope scope) => Evaluate(scope);

    public abstract void Print(StringBuilder target);

    public sealed override string ToString()
    {
        var target = new StringBuilder();
        Print(target);
        return target.ToString();
    }
}

/// <summary>A literal.</summary>
internal sealed class ConstantNode(object? value, string? text = null) : Node
{
    public object? Value => value;

    public override bool IsConstant => true;

    public override Kinds Gives => value switch
    {
        string => Kinds.String,
        bool => Kinds.Boolean,
        long or double => Kinds.Number,
        _ => Kinds.Any,
    };

    public override object? Evaluate(in Scope scope) => value;

    public override void Print(StringBuilder target)
    {
        if (value is string s)
        {
            PrintString(target, s);
        }
        else
        {
            target.Append(text ?? ValueText.Json(value));
        }
    }

    internal static void PrintString(StringBuilder target, string text)
    {
        target.Append('\'');
        foreach (var c in text)
        {
            _ = c switch
            {
                '\'' => target.Append("\\'"),
                '\\' => target.Append("\\\\"),
                '\n' => target.Append("\\n"),
                '\r' => target.Append("\\r"),
                '\t' => target.Append("\\t"),
                _ => target.Append(c),
            };
        }

        target.Append('\'');
    }
}

/// <summary>The first name of a path: a root of the memory.</summary>
internal sealed class NameNode(string name) : Node
{
    public string Name => name;

    public override object? Evaluate(in Scope scope) =>
        scope.Memory.TryGetValue(name, out var value) && value is not null ? value : Substitute(scope, this);

    public override object? Walk(in Scope scope) => scope.Memory.TryGetValue(name, out var value) ? value : null;

    public override void Print(StringBuilder target) => target.Append(name);

    internal static object? Substitute(in Scope scope, Node path) =>
        scope.Raw || scope.Options.NullSubstitution is not { } substitute ? null : substitute(path.ToString());
}

/// <summary>The parameter of a lambda that stands around this place.</summary>
internal sealed class LocalNode(string name, int hops) : Node
{
    public string Name => name;

    public override object? Evaluate(in Scope scope)
    {
        var local = scope.Locals;
        for (var i = 0; i < hops; i++)
        {
            local = local?.Outer;
        }

        return local?.Value;
    }

    public override void Print(StringBuilder target) => target.Append(name);
}

/// <summary><c>x.name</c>.</summary>
internal sealed class PropertyNode(Node owner, string name) : Node
{
    public Node Owner => owner;

    public string Name => name;

    public override IReadOnlyList<Node> Children => [owner];

    public override object? Evaluate(in Scope scope)
    {
        var value = Walk(scope);
        return value ?? NameNode.Substitute(scope, this);
    }

    public override object? Walk(in Scope scope)
    {
        var value = owner.Walk(scope);
        return value is DialogObject o
            ? o.TryGetValue(name, out var found) ? found : null
            : value is Fault ? value : Value.Property(value, name);
    }

    public override void Print(StringBuilder target)
    {
        PrintOwner(target, owner);
        target.Append('.').Append(name);
    }

    internal static void PrintOwner(StringBuilder target, Node owner)
    {
        var bare = owner is NameNode or LocalNode or PropertyNode or ElementNode or CallNode;
        target.Append(bare ? "" : "(");
        owner.Print(target);
        target.Append(bare ? "" : ")");
    }
}

/// <summary><c>x[i]</c>: an item of a list or a property of an object.</summary>
internal sealed class ElementNode(Node owner, Node index) : Node
{
    public Node Owner => owner;

    public Node Index => index;

    public override IReadOnlyList<Node> Children => [owner, index];

    public override object? Evaluate(in Scope scope) => Get(owner.Evaluate(scope), scope, strict: true);

    public override object? Walk(in Scope scope) => Get(owner.Walk(scope), scope, strict: false);

    public override void Print(StringBuilder target)
    {
        PropertyNode.PrintOwner(target, owner);
        target.Append('[');
        index.Print(target);
        target.Append(']');
    }

    private object? Get(object? value, in Scope scope, bool strict)
    {
        if (value is Fault)
        {
            return value;
        }

        var at = index.Evaluate(scope.InCondition());
        switch (at)
        {
            case Fault:
                return at;
            case string name:
                return Value.Property(value, name);
            case long place when value is List<object?> list:
                return place >= 0 && place < list.Count ? list[(int)place]
                    : strict ? new Fault($"{place} is outside the list, which has {list.Count} items.").In(this) : null;
            case long when value is null || !strict:
                return null;
            case long:
                return new Fault($"{owner} is not a list.").In(this);
            default:
                return new Fault($"{index} is neither an index nor a name.").In(this);
        }
    }
}

/// <summary><c>{a: 1, 'b c': x}</c>.</summary>
internal sealed class ObjectNode(string[] names, Node[] values) : Node
{
    public override Kinds Gives => Kinds.Object;

    public override IReadOnlyList<Node> Children => values;

    public override object? Evaluate(in Scope scope)
    {
        var o = new DialogObject(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            var value = values[i].Evaluate(scope);
            if (value is Fault)
            {
                return value;
            }

            o[names[i]] = value;
        }

        return o;
    }

    public override void Print(StringBuilder target)
    {
        target.Append('{');
        for (var i = 0; i < names.Length; i++)
        {
            // A name is taken as written between its quotes, so the quote that it has not is used.
            var quote = names[i].Contains('\'', StringComparison.Ordinal) ? '"' : '\'';
            target.Append(i > 0 ? ", " : "").Append(quote).Append(names[i]).Append(quote).Append(": ");
            values[i].Print(target);
        }

        target.Append('}');
    }
}

/// <summary>A function called.</summary>
internal sealed class CallNode : Node
{
    private readonly Node[] _arguments;
    private readonly object? _constant;

    public CallNode(ExpressionFunction function, string calledAs, Node[] arguments)
    {
        Function = function;
        CalledAs = calledAs;
        _arguments = arguments;
        if (function is { IsPure: true } && Array.TrueForAll(arguments, a => a.IsConstant))
        {
            var value = Compute(new Scope(ObjectMemory.Empty, EvaluationOptions.Default));
            IsConstant = value is string or bool or long or double;
            _constant = value;
        }
    }

    public ExpressionFunction Function { get; }

    /// <summary>The name that the author wrote; for a template it may have a namespace before it or <c>!</c> behind it.</summary>
    public string CalledAs { get; }

    public override bool IsConstant { get; }

    public override Kinds Gives => Function.Gives;

    public override IReadOnlyList<Node> Children => _arguments;

    public override object? Evaluate(in Scope scope) => IsConstant ? _constant : Compute(scope);

    public override void Print(StringBuilder target)
    {
        target.Append(CalledAs).Append('(');
        for (var i = 0; i < _arguments.Length; i++)
        {
            target.Append(i > 0 ? ", " : "");
            _arguments[i].Print(target);
        }

        target.Append(')');
    }

    private object? Compute(in Scope scope)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return new Fault("The evaluation is nested too deep.").In(this);
        }

        object? result;
        try
        {
            result = Function.Lazy is { } lazy ? lazy(_arguments, scope)
                : _arguments.Length <= FewArguments.Length ? CallWithFew(scope)
                : CallWithMany(scope);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException
            or InvalidOperationException or InsufficientExecutionStackException or ExpressionException)
        {
            return new Fault(fault.Message).In(this);
        }

        return result is Fault f ? f.In(this) : result;
    }

    private object? CallWithFew(in Scope scope)
    {
        var few = default(FewArguments);
        Span<object?> arguments = few;
        arguments = arguments[.._arguments.Length];
        return Call(arguments, scope);
    }

    private object? CallWithMany(in Scope scope) => Call(new object?[_arguments.Length], scope);

    private object? Call(Span<object?> arguments, in Scope scope)
    {
        for (var i = 0; i < _arguments.Length; i++)
        {
            var value = _arguments[i].Evaluate(scope);
            if (value is Fault)
            {
                return value;
            }

            arguments[i] = value;
        }

        return Function.Body!(arguments, scope);
    }

    /// <summary>Room on the stack for the arguments of nearly every call.</summary>
    [InlineArray(Length)]
    private struct FewArguments
    {
        public const int Length = 4;

        private object? _first;
    }
}
