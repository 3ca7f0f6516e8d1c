using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>What a template says.</summary>
internal abstract class TemplateBody
{
    /// <summary>The expressions in it.</summary>
    public abstract IEnumerable<Node> Nodes { get; }

    /// <summary>Whether it chooses by itself, so that two evaluations can differ.</summary>
    public virtual bool Chooses => false;

    public abstract object? Evaluate(in Scope scope);

    /// <summary>All that it can say: a list, or a <see cref="Fault"/>.</summary>
    public abstract object? Expand(in Scope scope);
}

/// <summary><c>- one text</c> or several to choose from.</summary>
internal sealed class VariationsBody(TemplateText[] variations) : TemplateBody
{
    public override IEnumerable<Node> Nodes => variations.SelectMany(v => v.Nodes);

    public override bool Chooses => variations.Length > 1;

    public int Count => variations.Length;

    public override object? Evaluate(in Scope scope) => variations.Length switch
    {
        0 => null,
        1 => variations[0].Evaluate(scope),
        _ => variations[scope.Options.Luck.Next(scope.Memory, scope.Options.Random, 0, variations.Length)].Evaluate(scope),
    };

    public override object Expand(in Scope scope)
    {
        var all = new List<object?>();
        foreach (var variation in variations)
        {
            var expanded = variation.Expand(scope);
            if (expanded is not List<object?> some)
            {
                return expanded;
            }

            if (scope.CheckCount((long)all.Count + some.Count) is { } tooMany)
            {
                return tooMany;
            }

            all.AddRange(some);
        }

        return all;
    }
}

/// <summary>A condition with what is said when it holds; without a condition it always holds.</summary>
internal sealed record Branch(Node? Condition, VariationsBody Body);

/// <summary><c>- IF: … - ELSEIF: … - ELSE:</c>. A condition that cannot be evaluated does not hold, unless the file is strict.</summary>
internal sealed class ConditionBody(Branch[] branches) : TemplateBody
{
    public override IEnumerable<Node> Nodes => branches.SelectMany(b => b.Body.Nodes.Prepend(b.Condition)).OfType<Node>();

    public override bool Chooses => branches.Any(b => b.Body.Chooses);

    public override object? Evaluate(in Scope scope) => Choose(scope, out var fault)?.Evaluate(scope) ?? fault;

    public override object? Expand(in Scope scope) => Choose(scope, out var fault)?.Expand(scope) ?? fault as object ?? new List<object?>();

    private VariationsBody? Choose(in Scope scope, out Fault? fault)
    {
        fault = null;
        foreach (var branch in branches)
        {
            if (branch.Condition is null)
            {
                return branch.Body;
            }

            var value = branch.Condition.Evaluate(scope.InCondition());
            if (scope.Options.Strict && value is null or Fault)
            {
                fault = value as Fault ?? new Fault($"{branch.Condition} is null.").In(branch.Condition);
                return null;
            }

            if (value is not Fault && Value.IsTrue(value))
            {
                return branch.Body;
            }
        }

        return null;
    }
}

/// <summary><c>- SWITCH: … - CASE: … - DEFAULT:</c>.</summary>
internal sealed class SwitchBody(Node subject, Branch[] cases) : TemplateBody
{
    public override IEnumerable<Node> Nodes => cases.SelectMany(b => b.Body.Nodes.Prepend(b.Condition)).OfType<Node>().Prepend(subject);

    public override bool Chooses => cases.Any(b => b.Body.Chooses);

    public override object? Evaluate(in Scope scope) => Choose(scope, out var fault)?.Evaluate(scope) ?? fault;

    public override object? Expand(in Scope scope) => Choose(scope, out var fault)?.Expand(scope) ?? fault as object ?? new List<object?>();

    private VariationsBody? Choose(in Scope scope, out Fault? fault)
    {
        var wanted = subject.Evaluate(scope);
        fault = wanted as Fault;
        foreach (var branch in cases)
        {
            if (fault is not null || branch.Condition is null)
            {
                return fault is null ? branch.Body : null;
            }

            var value = branch.Condition.Evaluate(scope);
            fault = value as Fault;
            if (fault is null && Value.AreEqual(wanted, value))
            {
                return branch.Body;
            }
        }

        return null;
    }
}

/// <summary>A line of a structure: a property with its values, or a structure of the same type to inherit from.</summary>
internal sealed record StructureLine(string? Property, TemplateText[] Values);

/// <summary><c>[Type property = value … ]</c>: an object with the type as <c>lgType</c> and its properties in lower case.</summary>
internal sealed class StructureBody(string type, StructureLine[] lines) : TemplateBody
{
    public const string TypeProperty = "lgType";

    public override IEnumerable<Node> Nodes => lines.SelectMany(l => l.Values).SelectMany(v => v.Nodes);

    public override object? Evaluate(in Scope scope)
    {
        var o = new DialogObject(lines.Length + 1) { [TypeProperty] = type };
        foreach (var line in lines)
        {
            var value = line.Values.Length == 1 ? Read(line.Values[0], scope) : ReadList(line.Values, scope);
            if (value is Fault)
            {
                return value;
            }

            if (line.Property is not null)
            {
                o[line.Property] = value;
            }
            else
            {
                Inherit(o, value);
            }
        }

        return o;
    }

    public override object? Expand(in Scope scope)
    {
        var all = new List<object?> { new DialogObject { [TypeProperty] = type } };
        foreach (var line in lines)
        {
            var values = line.Values.Length == 1 ? line.Values[0].Expand(scope) : Listed(ReadList(line.Values, scope));
            if (values is not List<object?> some)
            {
                return values;
            }

            if (scope.CheckCount((long)all.Count * some.Count) is { } tooMany)
            {
                return tooMany;
            }

            all = [.. all.SelectMany(o => some.Select(value => (object?)With((DialogObject)o!, line.Property, value)))];
        }

        return all;
    }

    private static object? Listed(object? value) => value is Fault ? value : new List<object?> { value };

    private DialogObject With(DialogObject o, string? property, object? value)
    {
        var copy = (DialogObject)Value.Clone(o)!;
        if (property is null)
        {
            Inherit(copy, value);
        }
        else
        {
            copy[property] = value is string text ? text.Trim() : value;
        }

        return copy;
    }

    /// <summary>Takes over what is not said here from a structure of the same type.</summary>
    private void Inherit(DialogObject o, object? value)
    {
        if (value is not DialogObject other || !string.Equals(other[TypeProperty] as string, type, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var (name, inherited) in other)
        {
            if (!o.ContainsKey(name))
            {
                o[name] = inherited;
            }
        }
    }

    private static object? Read(TemplateText text, in Scope scope)
    {
        var value = text.Evaluate(scope);
        return value is string s && text.Parts is not [Node] ? s.Trim() : value;
    }

    private static object? ReadList(TemplateText[] texts, in Scope scope)
    {
        var list = new List<object?>(texts.Length);
        foreach (var text in texts)
        {
            var value = Read(text, scope);
            if (value is Fault)
            {
                return value;
            }

            list.Add(value);
        }

        return list;
    }
}
