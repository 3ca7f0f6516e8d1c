using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Expressions.Properties;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>A value in the content that is fixed, computed by an expression, or made of such values.</summary>
internal sealed class Binding
{
    private readonly ExpressionProperty? _property;
    private readonly List<KeyValuePair<string, Binding>>? _members;
    private readonly List<Binding>? _items;

    private Binding(ExpressionProperty property, object? written) => (_property, Fixed) = (property, written);

    private Binding(List<KeyValuePair<string, Binding>> members) => _members = members;

    private Binding(List<Binding> items) => _items = items;

    /// <summary>The expression, when it is one.</summary>
    public Expression? Expression => _property?.Expression;

    /// <summary>What the content says, when it is one value.</summary>
    public object? Fixed { get; }

    /// <summary>A value known from the start.</summary>
    public static Binding Of(object? value) => new(ExpressionProperty.OfWord(value), value);

    /// <summary>Text is an expression after =, else text with <c>${}</c>; objects and lists hold such values.</summary>
    public static Binding Parse(JsonSource source, FunctionTable functions)
    {
        if (source.IsObject)
        {
            return new(source.Members.ConvertAll(member => KeyValuePair.Create(member.Key, Parse(member.Value, functions))));
        }

        if (source.IsArray)
        {
            return new(source.Items.ConvertAll(item => Parse(item, functions)));
        }

        var written = Box.Normalize(source.Scalar);
        return new(ExpressionProperty.OfValue(written, functions), written);
    }

    /// <summary>Text is an expression, with or without =; anything else is what it is.</summary>
    public static Binding ParseExpression(JsonSource source, FunctionTable functions)
    {
        var written = JsonValues.ToValue(source);
        return new(ExpressionProperty.OfExpression(written, functions), written);
    }

    public object? Evaluate(DialogContext dc)
    {
        if (_property is not null)
        {
            return _property.Evaluate(dc, dc.Turn.Evaluation);
        }

        if (_members is not null)
        {
            var made = new DialogObject(_members.Count);
            foreach (var (name, member) in _members)
            {
                made.SetExactly(name, member.Evaluate(dc));
            }

            return made;
        }

        return _items!.ConvertAll(item => item.Evaluate(dc));
    }

    /// <summary>The value, or what went wrong.</summary>
    public (object? Value, string? Error) TryEvaluate(DialogContext dc) =>
        _property is not null ? _property.TryEvaluate(dc, dc.Turn.Evaluation) : (Evaluate(dc), null);

    public string? Text(DialogContext dc) => Evaluate(dc) is { } value ? value as string ?? ValueText.Of(value) : null;

    /// <summary>Whether it holds; the text "false" does not, as where a setting is read.</summary>
    public bool IsTrue(DialogContext dc) =>
        Evaluate(dc) is var value && value is string text && bool.TryParse(text, out var written) ? written : Value.IsTrue(value);

    public double Number(DialogContext dc) => _property?.EvaluateNumber(dc, dc.Turn.Evaluation) ?? throw new DialogException($"{this} is not a number.");

    public override string ToString() => _property?.ToString() ?? "";

    /// <summary>Text as an interpolated string of the expression language: how an action's id shows it.</summary>
    public static string Quoted(string text) => $"`{text.Replace("`", "\\`", StringComparison.Ordinal)}`";
}
