using System.Diagnostics.CodeAnalysis;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>A parsed adaptive expression.</summary>
/// <remarks>
/// Parsed once, evaluated as often as wanted, from many turns at once. Evaluation uses no reflection and allocates no more
/// than its result. Null and missing values, truth and errors are as in Bot Framework's .NET runtime: a path that leads
/// nowhere is null, everything but null and false is true, and a condition that cannot be evaluated does not hold inside
/// <c>&amp;&amp;</c>, <c>||</c>, <c>!</c>, <c>if</c> and comparisons; anywhere else it is an error.
/// </remarks>
public sealed class Expression
{
    private Uses? _uses;

    internal Expression(string text, Node root, FunctionTable functions)
    {
        Text = text;
        Root = root;
        Functions = functions;
    }

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>The functions it was parsed with.</summary>
    public FunctionTable Functions { get; }

    /// <summary>The paths that it reads, as <c>user.name</c>; an index that is not a constant ends a path.</summary>
    public IReadOnlyCollection<string> References => (_uses ??= Uses.Of(Root)).Paths;

    /// <summary>The functions and templates that it calls, by the name as called.</summary>
    public IReadOnlyCollection<string> Calls => (_uses ??= Uses.Of(Root)).Functions;

    internal Node Root { get; }

    /// <summary>Parses an expression, or finds it among those parsed before. An empty text is the empty string.</summary>
    /// <exception cref="ExpressionException">It cannot be parsed; the exception says where and why.</exception>
    public static Expression Parse(string text, FunctionTable? functions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (functions ?? FunctionTable.BuiltIn).Parse(text);
    }

    public static bool TryParse(
        string text, FunctionTable? functions, [NotNullWhen(true)] out Expression? expression, [NotNullWhen(false)] out ExpressionException? error)
    {
        try
        {
            expression = Parse(text, functions);
            error = null;
            return true;
        }
        catch (ExpressionException fault)
        {
            expression = null;
            error = fault;
            return false;
        }
    }

    /// <summary>Whether it needs no memory, with its value.</summary>
    public bool TryGetConstant(out object? value)
    {
        value = Root.IsConstant ? Root.Evaluate(new Scope(ObjectMemory.Empty, EvaluationOptions.Default)) : null;
        return Root.IsConstant && value is not Fault;
    }

    /// <exception cref="ExpressionException">The evaluation failed.</exception>
    public object? Evaluate(IMemory memory, EvaluationOptions? options = null)
    {
        var value = Root.Evaluate(new Scope(memory, options ?? EvaluationOptions.Default));
        return value is Fault fault ? throw Failed(fault) : value;
    }

    /// <summary>Evaluates without an exception.</summary>
    /// <returns>The value, or null and what went wrong: expression, place and reason.</returns>
    public (object? Value, string? Error) TryEvaluate(IMemory memory, EvaluationOptions? options = null)
    {
        var value = Root.Evaluate(new Scope(memory, options ?? EvaluationOptions.Default));
        return value is Fault fault ? (null, Explain(fault)) : (value, null);
    }

    /// <summary>The path that the expression is, for those who write to it: names (string) and indices (long).</summary>
    /// <returns>False when the expression is not a path or an index cannot be evaluated.</returns>
    public bool TryGetPath(IMemory memory, EvaluationOptions? options, [NotNullWhen(true)] out IReadOnlyList<object>? path)
    {
        var steps = new List<object>();
        path = Paths.Collect(Root, new Scope(memory, options ?? EvaluationOptions.Default), steps) is null ? steps : null;
        return path is not null;
    }

    /// <summary>The expression printed from its tree; the text parses to the same tree.</summary>
    public override string ToString() => Root.ToString();

    /// <summary>A fault in words, with expression and place.</summary>
    internal string Explain(Fault fault) => Failed(fault).Message;

    /// <summary>A fault inside a template says so; its place is there and not in this expression.</summary>
    private ExpressionException Failed(Fault fault) => fault.Place is { } place
        ? new ExpressionException(Text, 0, $"{place}: {fault.Reason}")
        : new ExpressionException(Text, fault.At?.Offset ?? 0, fault.Reason);

    /// <summary>What an expression reads and calls.</summary>
    private sealed record Uses(IReadOnlyCollection<string> Paths, IReadOnlyCollection<string> Functions)
    {
        public static Uses Of(Node root)
        {
            var paths = new SortedSet<string>(StringComparer.Ordinal);
            var functions = new SortedSet<string>(StringComparer.Ordinal);
            Collect(root, paths, functions);
            return new Uses(paths, functions);
        }

        private static void Collect(Node node, SortedSet<string> paths, SortedSet<string> functions)
        {
            if (Expressions.Paths.Written(node, out var complete) is { } path)
            {
                paths.Add(path);
                if (complete)
                {
                    return;
                }
            }

            if (node is CallNode call)
            {
                functions.Add(call.CalledAs);
            }

            foreach (var child in Expressions.Paths.Inner(node))
            {
                Collect(child, paths, functions);
            }
        }
    }
}
