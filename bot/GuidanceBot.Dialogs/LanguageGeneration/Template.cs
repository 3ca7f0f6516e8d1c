using System.Runtime.CompilerServices;
using GuidanceBot.Dialogs.Expressions;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>A named text, with parameters, that can be evaluated.</summary>
public sealed class Template
{
    private static readonly string[] Choosing = ["rand", "newGuid", "template", "expandText", "fromFile"];

    private readonly string[] _parameters;
    private bool? _varies;
    private bool? _remembersCalls;

    internal Template(string name, string[] parameters, LgSource source, int offset)
    {
        Name = name;
        _parameters = parameters;
        Source = source;
        Offset = offset;
        Function = AsFunction(again: false);
        FunctionAgain = AsFunction(again: true);
    }

    public string Name { get; }

    public IReadOnlyList<string> Parameters => _parameters;

    /// <summary>The file it stands in.</summary>
    public LgSource Source { get; }

    /// <summary>Where in the file its name line begins.</summary>
    internal int Offset { get; }

    /// <summary>What it says; set once the names of all templates are known.</summary>
    internal TemplateBody Body { get; set; } = new VariationsBody([]);

    /// <summary>The template as a function, <c>Name(…)</c>.</summary>
    internal ExpressionFunction Function { get; }

    /// <summary>The template as <c>Name!(…)</c>.</summary>
    internal ExpressionFunction FunctionAgain { get; }

    internal IEnumerable<CallNode> Calls => Body.Nodes.SelectMany(CallsIn);

    /// <summary>Whether two evaluations with the same arguments can differ.</summary>
    private bool Varies => _varies ??= VariesFrom([]);

    /// <summary>Whether it can get two results from one template that varies.</summary>
    private bool RemembersCalls => _remembersCalls ??= Calls.Count(c => c.Function.Template is { Varies: true } || Choosing.Contains(c.CalledAs)) > 1
        || (Calls.Any(c => c.Function.IsLambda) && Calls.Any(c => c.Function.Template is { Varies: true }));

    internal object? Evaluate(ReadOnlySpan<object?> arguments, in Scope scope, bool again)
    {
        if (TooDeep(scope) is { } tooDeep)
        {
            return tooDeep;
        }

        var remembered = !again && scope.Calls is not null && Varies ? scope.Calls : null;
        if (remembered is not null && remembered.TryGet(this, arguments, out var known))
        {
            return known;
        }

        var result = Body.Evaluate(Inside(arguments, scope));
        if (result is Fault fault)
        {
            fault.Place ??= Place(fault.At?.Offset ?? Offset);
            return fault;
        }

        remembered?.Add(this, arguments, result);
        return result;
    }

    /// <summary>All that it can say, as a list; or a fault.</summary>
    internal object? Expand(ReadOnlySpan<object?> arguments, in Scope scope)
    {
        if (TooDeep(scope) is { } tooDeep)
        {
            return tooDeep;
        }

        var result = Body.Expand(Inside(arguments, scope));
        if (result is Fault fault)
        {
            fault.Place ??= Place(fault.At?.Offset ?? Offset);
        }

        return result;
    }

    private Fault? TooDeep(in Scope scope) => scope.Depth < scope.Options.Limits.MaxTemplateDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack()
        ? null
        : new($"Templates call one another more than {scope.Options.Limits.MaxTemplateDepth} deep: '{Name}' is probably in a loop.") { Place = Place(Offset) };

    private static IEnumerable<CallNode> CallsIn(Node node) =>
        node.Children.SelectMany(CallsIn).Concat(node is CallNode call ? [call] : []);

    private Scope Inside(ReadOnlySpan<object?> arguments, in Scope scope)
    {
        var memory = arguments.IsEmpty ? scope.Memory : new TemplateMemory(scope.Memory, _parameters, arguments.ToArray());
        return new Scope(memory, scope.Options, null, raw: false, scope.Depth + 1, RemembersCalls ? new CallCache() : null);
    }

    private string Place(int offset)
    {
        var (line, column) = LgDiagnostic.Position(Source.Text, offset);
        return $"{Source.Id}({line},{column}), template '{Name}'";
    }

    private bool VariesFrom(HashSet<Template> seen) =>
        seen.Add(this) && (Body.Chooses || Calls.Any(c => c.Function.Template?.VariesFrom(seen) ?? Choosing.Contains(c.CalledAs)));

    private ExpressionFunction AsFunction(bool again) =>
        new(Name, string.Concat(Enumerable.Repeat("a", _parameters.Length)), 'a', (a, in s) => Evaluate(a, s, again))
        {
            MayGoWithout = true,
            Template = this,
        };
}
