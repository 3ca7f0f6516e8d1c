namespace GuidanceBot.Dialogs.Expressions;

/// <summary>Expressions seen as paths into the memory.</summary>
internal static class Paths
{
    /// <summary>Collects the steps of a path, its indices evaluated.</summary>
    /// <returns>Null, or why the node is not a path.</returns>
    public static Fault? Collect(Node node, in Scope scope, List<object> steps)
    {
        switch (node)
        {
            case NameNode name:
                steps.Add(name.Name);
                return null;
            case LocalNode local:
                steps.Add(local.Name);
                return null;
            case PropertyNode property:
                if (Collect(property.Owner, scope, steps) is { } fault)
                {
                    return fault;
                }

                steps.Add(property.Name);
                return null;
            case ElementNode element:
                if (Collect(element.Owner, scope, steps) is { } ownerFault)
                {
                    return ownerFault;
                }

                var index = element.Index.Evaluate(scope);
                if (index is not (string or long))
                {
                    return index as Fault ?? new Fault($"{element.Index} is neither an index nor a name.");
                }

                steps.Add(index);
                return null;
            default:
                return new Fault($"{node} is not a path.");
        }
    }

    /// <summary>The path of a node as text, up to the first index that is not a constant; null when the node is not a path.</summary>
    public static string? Written(Node node, out bool complete)
    {
        complete = true;
        switch (node)
        {
            case NameNode name:
                return name.Name;
            case PropertyNode property:
                var owner = Written(property.Owner, out complete);
                return owner is null || !complete ? owner : $"{owner}.{property.Name}";
            case ElementNode element:
                var list = Written(element.Owner, out complete);
                if (list is null || !complete)
                {
                    return list;
                }

                complete = element.Index is ConstantNode { Value: long or string };
                return complete ? $"{list}[{element.Index}]" : list;
            default:
                return null;
        }
    }

    /// <summary>The parts of a node in which further paths may stand: of a path, its computed indices.</summary>
    public static IEnumerable<Node> Inner(Node node)
    {
        if (Written(node, out _) is null)
        {
            return node.Children;
        }

        var indices = new List<Node>();
        for (var step = node; step is PropertyNode or ElementNode; step = step is PropertyNode p ? p.Owner : ((ElementNode)step).Owner)
        {
            if (step is ElementNode { Index: not ConstantNode } element)
            {
                indices.Add(element.Index);
            }
        }

        return indices;
    }
}
