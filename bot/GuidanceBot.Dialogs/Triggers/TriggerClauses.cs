using GuidanceBot.Dialogs.Expressions;

namespace GuidanceBot.Dialogs.Triggers;

/// <summary>Conditions as alternatives of things that must all hold, so that it can be seen which condition implies which.</summary>
internal static class TriggerClauses
{
    // A condition that multiplies out to more is taken as one thing.
    private const int MostClauses = 64;

    public static IReadOnlyList<IReadOnlySet<string>> Of(Expression? condition, IEnumerable<string> constraints)
    {
        var always = constraints.ToHashSet(StringComparer.Ordinal);
        var clauses = condition is null ? [[]] : Expand(condition.Root, negated: false);
        return [.. clauses.Select(clause => clause.Union(always).ToHashSet(StringComparer.Ordinal))];
    }

    /// <summary>Whether everything that satisfies <paramref name="narrow"/> satisfies <paramref name="wide"/>, and not the other way round.</summary>
    public static bool IsMoreSpecific(IReadOnlyList<IReadOnlySet<string>> narrow, IReadOnlyList<IReadOnlySet<string>> wide) =>
        Implies(narrow, wide) && !Implies(wide, narrow);

    private static bool Implies(IReadOnlyList<IReadOnlySet<string>> narrow, IReadOnlyList<IReadOnlySet<string>> wide) =>
        narrow.All(clause => wide.Any(clause.IsSupersetOf));

    private static List<List<string>> Expand(Node node, bool negated)
    {
        return node switch
        {
            SignNode { Sign: '!' } or CallNode { CalledAs: "not" } => Expand(node.Children[0], !negated),
            OperatorNode { Op: Operator.And } or CallNode { CalledAs: "and" } => Join(node, negated, isAnd: true),
            OperatorNode { Op: Operator.Or } or CallNode { CalledAs: "or" } => Join(node, negated, isAnd: false),
            _ => [[negated ? $"!({node})" : node.ToString()]],
        };
    }

    private static List<List<string>> Join(Node node, bool negated, bool isAnd) => isAnd != negated
        ? Product(node.Children, negated, node)
        : [.. node.Children.SelectMany(part => Expand(part, negated))];

    private static List<List<string>> Product(IReadOnlyList<Node> parts, bool negated, Node whole)
    {
        List<List<string>> product = [[]];
        foreach (var part in parts)
        {
            var alternatives = Expand(part, negated);
            if (product.Count * alternatives.Count > MostClauses)
            {
                return [[whole.ToString()]];
            }

            product = [.. product.SelectMany(_ => alternatives, (left, right) => new List<string>([.. left, .. right]))];
        }

        return product;
    }
}
