using System.Runtime.CompilerServices;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>A text with expressions in it, ready to be put together.</summary>
/// <param name="Parts">Strings and <see cref="Node"/>s in turn.</param>
internal sealed record TemplateText(object[] Parts)
{
    public IEnumerable<Node> Nodes => Parts.OfType<Node>();

    /// <summary>The text; a single expression gives its value, whatever kind it is.</summary>
    public object? Evaluate(in Scope scope) => Parts.Length switch
    {
        0 => "",
        1 when Parts[0] is string only => only,
        1 => Value((Node)Parts[0], scope),
        <= FewTexts.Length => JoinFew(scope),
        _ => Join(new string?[Parts.Length], scope),
    };

    /// <summary>Every text that it can be when the templates in it are expanded.</summary>
    public object Expand(in Scope scope)
    {
        var texts = new List<object?> { null };
        foreach (var part in Parts)
        {
            var values = part is Node node ? ExpandNode(node, scope) : new List<object?> { part };
            if (values is not List<object?> all)
            {
                return values!;
            }

            if (scope.CheckCount((long)texts.Count * all.Count) is { } tooMany)
            {
                return tooMany;
            }

            // One part keeps its value; more are text.
            texts = Parts.Length == 1 ? all : [.. texts.SelectMany(t => all.Select(v => (object?)(ValueText.Of(t) + ValueText.Of(v))))];
        }

        return texts;
    }

    private static object? ExpandNode(Node node, in Scope scope)
    {
        if (node is CallNode { Function.Template: { } template } call)
        {
            var arguments = new object?[call.Children.Count];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = call.Children[i].Evaluate(scope);
                if (arguments[i] is Fault)
                {
                    return arguments[i];
                }
            }

            return template.Expand(arguments, scope);
        }

        var value = Value(node, scope);
        return value is Fault ? value : new List<object?> { value };
    }

    private static object? Value(Node node, in Scope scope)
    {
        var value = node.Evaluate(scope);
        return value is null && scope.Options.Strict ? new Fault($"{node} is null.").In(node) : value;
    }

    private object JoinFew(in Scope scope)
    {
        var few = default(FewTexts);
        Span<string?> texts = few;
        return Join(texts[..Parts.Length], scope);
    }

    private object Join(Span<string?> texts, in Scope scope)
    {
        long length = 0;
        for (var i = 0; i < Parts.Length; i++)
        {
            if (Parts[i] is string text)
            {
                texts[i] = text;
            }
            else
            {
                var value = Value((Node)Parts[i], scope);
                if (value is Fault)
                {
                    return value;
                }

                texts[i] = ValueText.Of(value);
            }

            length += texts[i]!.Length;
        }

        return scope.CheckLength(length) ?? (object)string.Concat(texts);
    }

    /// <summary>Room on the stack for the parts of most texts.</summary>
    [InlineArray(Length)]
    private struct FewTexts
    {
        public const int Length = 8;

        private string? _first;
    }
}
