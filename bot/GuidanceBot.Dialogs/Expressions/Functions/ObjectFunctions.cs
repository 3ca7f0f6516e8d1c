using System.Xml;
using System.Xml.XPath;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>Objects: their properties, queries over them. What changes an object gives a changed copy.</summary>
internal static class ObjectFunctions
{
    public static IEnumerable<ExpressionFunction> All =>
    [
        new("getProperty", "as?", 'a', GetProperty),
        new("setProperty", "osa", 'o', (a, in _) => With(a, mustBeNew: false)),
        new("addProperty", "osa", 'o', (a, in _) => With(a, mustBeNew: true)),
        new("removeProperty", "os", 'o', (a, in _) => Without(a)),
        new("merge", "aa+", 'o', Merge),
        ExpressionFunction.Special("setPathToValue", "aa", 'a', SetPathToValue),
        new("jPath", "as", 'a', JPath),
        new("xPath", "as", 'a', (a, in _) => XPath(a[0], a[1])),
    ];

    private static object? GetProperty(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (a.Length == 2)
        {
            return Check.Text(a[1], out var property) ?? Value.Property(a[0], property);
        }

        if (Check.Text(a[0], out var path) is { } fault)
        {
            return fault;
        }

        // A name as it is first, whatever signs are in it; then as a path.
        return scope.Find(path) ?? (path.AsSpan().IndexOfAny('.', '[') > 0 && Expression.TryParse(path, null, out var parsed, out _)
            ? parsed.Root.Walk(scope)
            : null);
    }

    private static object? With(ReadOnlySpan<object?> a, bool mustBeNew)
    {
        if (Check.Any(Check.Object(a[0], out var o), Check.Text(a[1], out var name)) is { } fault)
        {
            return fault;
        }

        if (mustBeNew && o.ContainsKey(name))
        {
            return new Fault($"The object has '{name}' already.");
        }

        var copy = Copy(o);
        copy[name] = a[2];
        return copy;
    }

    private static object? Without(ReadOnlySpan<object?> a)
    {
        if (Check.Any(Check.Object(a[0], out var o), Check.Text(a[1], out var name)) is { } fault)
        {
            return fault;
        }

        var copy = Copy(o);
        copy.Remove(name);
        return copy;
    }

    private static DialogObject Copy(DialogObject o)
    {
        var copy = new DialogObject(o.Count + 1);
        foreach (var (name, value) in o)
        {
            copy.SetExactly(name, value);
        }

        return copy;
    }

    private static object? Merge(ReadOnlySpan<object?> a, in Scope scope)
    {
        var merged = new DialogObject();
        foreach (var value in a)
        {
            List<object?> objects = value as List<object?> ?? [value];
            foreach (var item in objects)
            {
                if (item is not DialogObject o)
                {
                    return Check.Not(item, "an object");
                }

                MergeInto(merged, o);
            }
        }

        return merged;
    }

    /// <summary>Objects are merged property by property, lists and everything else are replaced; null replaces nothing.</summary>
    private static void MergeInto(DialogObject target, DialogObject from)
    {
        foreach (var (name, value) in from)
        {
            if (value is DialogObject inner && target[name] is DialogObject existing)
            {
                var copy = Copy(existing);
                MergeInto(copy, inner);
                target[name] = copy;
            }
            else if (value is not null || !target.ContainsKey(name))
            {
                target[name] = value;
            }
        }
    }

    private static object? SetPathToValue(Node[] a, in Scope scope)
    {
        var path = new List<object>();
        if (Paths.Collect(a[0], scope, path) is { } fault)
        {
            return fault;
        }

        var value = a[1].Evaluate(scope);
        if (value is not Fault)
        {
            // A copy, so that an object can never come to stand inside itself.
            scope.Memory.SetValue(path, Value.Clone(value));
        }

        return value;
    }

    private static object? JPath(ReadOnlySpan<object?> a, in Scope scope)
    {
        var root = a[0] is string text ? LenientJson.Parse(text) : a[0];
        if (root is not (DialogObject or List<object?>))
        {
            return Check.Not(a[0], "an object or JSON");
        }

        if (Check.Text(a[1], out var path) is { } fault)
        {
            return fault;
        }

        var found = JsonPath.Select(root, path, scope.Options.Limits);
        return found.Count switch
        {
            0 => new Fault($"Nothing is found at '{path}'."),
            1 => found[0],
            _ => found,
        };
    }

    private static object? XPath(object? xml, object? path)
    {
        try
        {
            // Without a resolver and with document types refused, reading cannot reach for a file or the network or grow.
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(ValueText.Of(xml).TrimStart()), settings);
            var navigator = new XPathDocument(reader).CreateNavigator();
            var result = navigator.Evaluate(ValueText.Of(path));
            if (result is not XPathNodeIterator nodes)
            {
                return Box.Normalize(result);
            }

            var found = new List<object?>();
            while (nodes.MoveNext())
            {
                var name = nodes.Current!.Name;
                found.Add(nodes.Current.NodeType == XPathNodeType.Element ? $"<{name}>{System.Security.SecurityElement.Escape(nodes.Current.Value)}</{name}>" : nodes.Current.Value);
            }

            return found.Count > 0 ? found : new Fault($"Nothing is found at '{path}'.");
        }
        catch (Exception fault) when (fault is XmlException or XPathException)
        {
            return new Fault(fault.Message);
        }
    }
}
