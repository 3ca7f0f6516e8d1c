using System.Diagnostics.CodeAnalysis;
using System.Text;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Expressions.Functions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>What an expression in a template may call: the functions, the templates, and the functions about templates.</summary>
internal sealed class TemplateFunctions : FunctionTable
{
    private readonly Templates _templates;
    private readonly Dictionary<string, ExpressionFunction> _about;

    public TemplateFunctions(FunctionTable functions, Templates templates)
        : base(functions)
    {
        _templates = templates;
        ExpressionFunction[] about =
        [
            new("template", "aa?+", 'a', CallTemplate),
            new("isTemplate", "s", 'b', (a, in _) => Box.Of(a[0] is string name && _templates.Find(name) is not null)),
            new("expandText", "s", 'a', (a, in s) => Check.Text(a[0], out var text) ?? _templates.EvaluateInline(text, s)),
            new("fromFile", "ss?", 'a', FromFile),
            new("ActivityAttachment", "as", 'o', (a, in _) => new DialogObject(3)
            {
                [StructureBody.TypeProperty] = "attachment",
                ["contenttype"] = ValueText.Of(a[1]),
                ["content"] = a[0],
            }),
        ];
        _about = about.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    public override bool TryFind(string name, [NotNullWhen(true)] out ExpressionFunction? found)
    {
        if (base.TryFind(name, out found))
        {
            return true;
        }

        var again = name.EndsWith('!');
        var plain = again ? name[..^1] : name;
        found = (again ? _templates.Find(plain)?.FunctionAgain : _templates.Find(plain)?.Function) ?? (again ? null : _about.GetValueOrDefault(plain));
        return found is not null;
    }

    private object? CallTemplate(ReadOnlySpan<object?> a, in Scope scope)
    {
        var name = ValueText.Of(a[0]);
        var template = _templates.Find(name.TrimEnd('!'));
        return template is null ? new Fault($"There is no template '{name}'.")
            : template.Function.CheckCount(a.Length - 1) is { } wrong ? new Fault(wrong)
            : template.Evaluate(a[1..], scope, again: name.EndsWith('!'));
    }

    private object? FromFile(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.Text(a[0], out var path), Check.Text(a.Length > 1 ? a[1] : null, out var format)) is { } fault)
        {
            return fault;
        }

        var bytes = _templates.Sources?.FindFile(_templates.Source, path.Replace('\\', '/'));
        if (bytes is null)
        {
            return new Fault($"There is no file '{path}' among the resources.");
        }

        if (format.Equals("binary", StringComparison.OrdinalIgnoreCase))
        {
            return bytes;
        }

        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        return scope.CheckLength(text.Length)
            ?? (format.Equals("raw", StringComparison.OrdinalIgnoreCase) ? text : _templates.EvaluateInline(text, scope));
    }
}
