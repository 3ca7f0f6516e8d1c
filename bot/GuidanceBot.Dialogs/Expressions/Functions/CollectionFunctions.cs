using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Lists, and objects seen as lists of their properties.</summary>
internal static class CollectionFunctions
{
    public static IEnumerable<ExpressionFunction> All =>
    [
        new("createArray", "a?+", 'l', (a, in _) => new List<object?>(a.ToArray())),
        new("count", "a", 'n', (a, in _) => Count(a[0])),
        ExpressionFunction.Special("contains", "aa", 'b', (a, in s) => Contains(a[0].Evaluate(s), a[1].Evaluate(s))),
        ExpressionFunction.Special("empty", "a", 'b', (a, in s) => Box.Of(IsEmpty(a[0].Evaluate(s.InCondition())))),
        new("first", "a", 'a', (a, in _) => End(a[0], last: false)),
        new("last", "a", 'a', (a, in _) => End(a[0], last: true)),
        new("join", "lss?", 's', Join),
        ExpressionFunction.Special("foreach", "aaa", 'l', Foreach, lambda: true),
        ExpressionFunction.Special("select", "aaa", 'l', Foreach, lambda: true),
        ExpressionFunction.Special("where", "aaa", 'a', Where, lambda: true),
        ExpressionFunction.Special("any", "aaa", 'b', (a, in s) => Search(a, s, wanted: true), lambda: true),
        ExpressionFunction.Special("all", "aaa", 'b', (a, in s) => Search(a, s, wanted: false), lambda: true),
        new("union", "l+", 'l', Union),
        new("intersection", "l+", 'l', Intersection),
        new("unique", "l", 'l', (a, in _) => Check.List(a[0], out var list) ?? (object)list.Distinct(Same).ToList()),
        new("reverse", "a", 'a', (a, in _) => Reverse(a[0])),
        new("skip", "an", 'a', (a, in _) => Check.List(a[0], out var list) ?? Check.Integer(a[1], out var n) ?? (object)list.Skip(n).ToList()),
        new("take", "an", 'a', (a, in _) => Take(a[0], a[1])),
        new("subArray", "lnn?", 'l', SubArray),
        new("sortBy", "ls?", 'l', (a, in _) => Sort(a, descending: false)),
        new("sortByDescending", "ls?", 'l', (a, in _) => Sort(a, descending: true)),
        new("indicesAndValues", "a", 'l', (a, in _) => IndicesAndValues(a[0])),
        new("flatten", "ln?", 'l', Flatten),
    ];

    private static IEqualityComparer<object?> Same { get; } =
        EqualityComparer<object?>.Create(Value.AreEqual, v => v is long or double ? Value.AsDouble(v).GetHashCode() : v is string or bool ? v.GetHashCode() : 0);

    /// <summary>The items of a list, or the properties of an object as <c>{key, value}</c>; null for anything else.</summary>
    private static List<object?>? Items(object? value) => value switch
    {
        List<object?> list => list,
        DialogObject o => [.. o.Select(p => (object?)new DialogObject(2) { ["key"] = p.Key, ["value"] = p.Value })],
        _ => null,
    };

    private static object Count(object? value) => value switch
    {
        null => Box.Of(0L),
        string s => Box.Of((long)s.Length),
        List<object?> list => Box.Of((long)list.Count),
        DialogObject o => Box.Of((long)o.Count),
        byte[] bytes => Box.Of((long)bytes.Length),
        _ => Check.Not(value, "a string or a list"),
    };

    private static bool IsEmpty(object? value) => value is null or "" or List<object?> { Count: 0 } or DialogObject { Count: 0 };

    private static object Contains(object? where, object? what) => Box.Of((where, what) switch
    {
        (Fault, _) or (_, Fault) => false,
        (string text, string part) => text.Contains(part, StringComparison.Ordinal),
        (List<object?> list, _) => list.Exists(i => Value.AreEqual(i, what)),
        (_, string name) => Value.TryGetProperty(where, name, out _),
        _ => false,
    });

    private static object? End(object? value, bool last) => value switch
    {
        string { Length: > 0 } s => (last ? s[^1] : s[0]).ToString(),
        List<object?> { Count: > 0 } list => last ? list[^1] : list[0],
        _ => null,
    };

    private static object? Join(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.List(a[0], out var list), Check.Text(a[1], out var separator), Check.Text(a.Length > 2 ? a[2] : null, out var lastSeparator)) is { } fault)
        {
            return fault;
        }

        var texts = list.Where(i => i is not null).Select(ValueText.Of).ToList();
        var length = texts.Sum(t => (long)t.Length) + ((long)separator.Length * texts.Count) + lastSeparator.Length;
        return scope.CheckLength(length) ?? (object)(a.Length == 2 || texts.Count < 2 ? string.Join(separator, texts)
            : string.Join(separator, texts.Take(texts.Count - 1)) + lastSeparator + texts[^1]);
    }

    private static object? Foreach(Node[] a, in Scope scope)
    {
        if (ItemsOf(a[0], scope, out var items, out _) is { } fault)
        {
            return fault;
        }

        var local = new Local(((LocalNode)a[1]).Name, scope.Locals);
        var results = new List<object?>(items.Count);
        foreach (var item in items)
        {
            local.Value = item;
            var result = a[2].Evaluate(scope.With(local));
            if (result is Fault)
            {
                return result;
            }

            results.Add(result);
        }

        return results;
    }

    private static object? Where(Node[] a, in Scope scope)
    {
        if (ItemsOf(a[0], scope, out var items, out var source) is { } fault)
        {
            return fault;
        }

        var local = new Local(((LocalNode)a[1]).Name, scope.Locals);
        var inside = scope.With(local);
        var kept = new List<object?>();
        foreach (var item in items)
        {
            local.Value = item;
            if (OperatorNode.Holds(a[2], inside))
            {
                kept.Add(item);
            }
        }

        // What came as an object is given back as one.
        if (source is not DialogObject)
        {
            return kept;
        }

        var o = new DialogObject(kept.Count);
        foreach (var pair in kept)
        {
            o[(string)Value.Property(pair, "key")!] = Value.Property(pair, "value");
        }

        return o;
    }

    /// <summary>Whether there is an item for which the condition is as wanted; <c>all</c> looks for one that is not.</summary>
    private static object? Search(Node[] a, in Scope scope, bool wanted)
    {
        if (ItemsOf(a[0], scope, out var items, out _) is { } fault)
        {
            return fault;
        }

        var local = new Local(((LocalNode)a[1]).Name, scope.Locals);
        var inside = scope.With(local);
        foreach (var item in items)
        {
            local.Value = item;
            if (OperatorNode.Holds(a[2], inside) == wanted)
            {
                return Box.Of(wanted);
            }
        }

        return Box.Of(!wanted);
    }

    private static Fault? ItemsOf(Node node, in Scope scope, out List<object?> items, out object? source)
    {
        source = node.Evaluate(scope);
        var found = Items(source);
        items = found ?? [];
        return source as Fault ?? (found is null ? new Fault($"{node} is neither a list nor an object.") : null);
    }

    private static object? Union(ReadOnlySpan<object?> a, in Scope scope)
    {
        IEnumerable<object?> all = [];
        foreach (var value in a)
        {
            if (Check.List(value, out var list) is { } fault)
            {
                return fault;
            }

            all = all.Union(list, Same);
        }

        var result = all.ToList();
        return scope.CheckCount(result.Count) ?? (object)result;
    }

    private static object? Intersection(ReadOnlySpan<object?> a, in Scope scope)
    {
        IEnumerable<object?>? all = null;
        foreach (var value in a)
        {
            if (Check.List(value, out var list) is { } fault)
            {
                return fault;
            }

            all = all is null ? list : all.Intersect(list, Same);
        }

        return all!.ToList();
    }

    private static object? Reverse(object? value)
    {
        switch (value)
        {
            case string s:
                var letters = s.ToCharArray();
                Array.Reverse(letters);
                return new string(letters);
            case List<object?> list:
                return Enumerable.Reverse(list).ToList();
            default:
                return Check.Not(value, "a string or a list");
        }
    }

    private static object? Take(object? from, object? count) => Check.Integer(count, out var n) ?? (object)(from switch
    {
        string s => s[..Math.Clamp(n, 0, s.Length)],
        List<object?> list => list.Take(n).ToList(),
        _ => Check.Not(from, "a string or a list"),
    });

    private static object? SubArray(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.List(a[0], out var list), Check.Integer(a[1], out var from), Check.Integer(a.Length > 2 ? a[2] : Box.Of((long)list.Count), out var to)) is { } fault)
        {
            return fault;
        }

        return from < 0 || to > list.Count || from > to
            ? new Fault($"The list has {list.Count} items; it has no part from {from} to {to}.")
            : list.GetRange(from, to - from);
    }

    private static object? Sort(ReadOnlySpan<object?> a, bool descending)
    {
        if (Check.Any(Check.List(a[0], out var list), Check.Text(a.Length > 1 ? a[1] : null, out var property)) is { } fault)
        {
            return fault;
        }

        Func<object?, object?> key = property.Length == 0 ? item => item : item => Value.Property(item, property);
        var comparer = Comparer<object?>.Create((x, y) => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            _ => Comparing.TryOrder(x, y, out var order) ? order : throw new ArgumentException($"{Check.Shown(x)} and {Check.Shown(y)} cannot be compared."),
        });
        return (descending ? list.OrderByDescending(key, comparer) : list.OrderBy(key, comparer)).ToList();
    }

    private static object? IndicesAndValues(object? value) => value switch
    {
        List<object?> list => list.Select((item, i) => (object?)new DialogObject(2) { ["index"] = Box.Of((long)i), ["value"] = item }).ToList(),
        DialogObject o => o.Select(p => (object?)new DialogObject(2) { ["index"] = p.Key, ["value"] = p.Value }).ToList(),
        _ => Check.Not(value, "a list or an object"),
    };

    private static object? Flatten(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.List(a[0], out var list), Check.Integer(a.Length > 1 ? a[1] : Box.Of(100L), out var depth)) is { } fault)
        {
            return fault;
        }

        var flat = new List<object?>();
        Flatten(list, depth, flat);
        return scope.CheckCount(flat.Count) ?? (object)flat;
    }

    private static void Flatten(List<object?> list, int depth, List<object?> flat)
    {
        foreach (var item in list)
        {
            if (item is List<object?> inner && depth > 0)
            {
                Flatten(inner, depth - 1, flat);
            }
            else
            {
                flat.Add(item);
            }
        }
    }
}
