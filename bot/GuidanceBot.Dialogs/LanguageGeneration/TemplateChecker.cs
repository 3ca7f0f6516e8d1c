using GuidanceBot.Dialogs.Expressions;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>Finds what can be known to fail before anything is evaluated and is not a matter of one line.</summary>
internal static class TemplateChecker
{
    /// <summary>Finds calls of <c>template('Name')</c> by a name that no template has.</summary>
    public static void FindUnknown(Templates templates, List<LgDiagnostic> diagnostics)
    {
        foreach (var template in templates.All.Where(t => ReferenceEquals(t.Source, templates.Source)))
        {
            foreach (var call in template.Calls.Where(c => c.CalledAs == "template"))
            {
                if (call.Children[0] is ConstantNode { Value: string name } && templates.Find(name.TrimEnd('!')) is null)
                {
                    diagnostics.Add(LgDiagnostic.At(template.Source, call.Offset, "lg-expression", $"There is no template '{name}'."));
                }
            }
        }
    }

    /// <summary>Finds templates that call themselves whatever happens, by themselves or through others.</summary>
    public static void FindLoops(Templates templates, List<LgDiagnostic> diagnostics)
    {
        foreach (var template in templates.All.Where(t => ReferenceEquals(t.Source, templates.Source)))
        {
            if (PathTo(template, template, []) is { } path)
            {
                diagnostics.Add(LgDiagnostic.At(
                    template.Source, template.Offset, "lg-loop", $"'{template.Name}' calls itself without end: {string.Join(" → ", path.Select(t => t.Name))}."));
            }
        }
    }

    private static List<Template>? PathTo(Template from, Template target, HashSet<Template> seen)
    {
        foreach (var called in Always(from))
        {
            if (ReferenceEquals(called, target))
            {
                return [from, target];
            }

            if (seen.Add(called) && PathTo(called, target, seen) is { } rest)
            {
                return [from, .. rest];
            }
        }

        return null;
    }

    /// <summary>The templates that one calls whenever it is evaluated.</summary>
    private static IEnumerable<Template> Always(Template template) =>
        template.Body is VariationsBody { Count: 1 } or StructureBody ? template.Body.Nodes.SelectMany(AlwaysIn) : [];

    private static IEnumerable<Template> AlwaysIn(Node node)
    {
        // What stands in if(), and(), foreach() … may never be evaluated; the first argument of each is.
        var children = node is CallNode { Function.Lazy: not null } ? node.Children.Take(1) : node.Children;
        return children.SelectMany(AlwaysIn).Concat(node is CallNode { Function.Template: { } called } ? [called] : []);
    }
}
