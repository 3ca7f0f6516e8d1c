using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Properties;

/// <summary>A property of a dialog that is either a value or an expression that gives one.</summary>
/// <remarks>
/// Which of both is decided once, when the dialog is loaded, as Bot Framework decides it: <c>"=user.name"</c> is an
/// expression everywhere; what any other string is depends on the property, see the three makers.
/// </remarks>
public sealed class ExpressionProperty
{
    private readonly object? _literal;

    private ExpressionProperty(object? literal, Expression? expression)
    {
        _literal = literal;
        Expression = expression;
    }

    /// <summary>The expression; null when the property is a value.</summary>
    public Expression? Expression { get; }

    /// <summary>A text property: a string is text, with <c>${…}</c> in it evaluated; <c>"\=x"</c> is the text <c>=x</c>.</summary>
    /// <exception cref="ExpressionException">The expression cannot be parsed.</exception>
    public static ExpressionProperty OfText(object? json, FunctionTable? functions = null)
    {
        if (json is not string text || text.StartsWith('='))
        {
            return OfExpression(json, functions);
        }

        text = text.StartsWith("\\=", StringComparison.Ordinal) ? text[1..] : text;
        return text.Contains("${", StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal)
            ? new ExpressionProperty(null, Expression.Parse($"`{text.Replace("`", "\\`", StringComparison.Ordinal)}`", functions))
            : new ExpressionProperty(text, null);
    }

    /// <summary>A property of any kind of value: a string as in <see cref="OfText"/>, anything else as it is.</summary>
    /// <exception cref="ExpressionException">The expression cannot be parsed.</exception>
    public static ExpressionProperty OfValue(object? json, FunctionTable? functions = null) =>
        json is string ? OfText(json, functions) : new ExpressionProperty(json, null);

    /// <summary>A condition, number, list or object: a string is always an expression, with <c>=</c> before it or without.</summary>
    /// <exception cref="ExpressionException">The expression cannot be parsed.</exception>
    public static ExpressionProperty OfExpression(object? json, FunctionTable? functions = null)
    {
        if (json is not string text)
        {
            return new ExpressionProperty(json, null);
        }

        var parsed = Expression.Parse(text.TrimStart('='), functions);
        return new ExpressionProperty(null, parsed);
    }

    /// <summary>A property with a fixed set of words: a string is a word unless it begins with <c>=</c>.</summary>
    /// <exception cref="ExpressionException">The expression cannot be parsed.</exception>
    public static ExpressionProperty OfWord(object? json, FunctionTable? functions = null) =>
        json is string text && !text.StartsWith('=') ? new ExpressionProperty(text, null) : OfExpression(json, functions);

    /// <summary>The value now.</summary>
    /// <remarks>A list or an object of the dialog's own is given as a copy, so that the dialog cannot be changed through it.</remarks>
    /// <exception cref="ExpressionException">The evaluation failed.</exception>
    public object? Evaluate(IMemory memory, EvaluationOptions? options = null) =>
        Expression is not null ? Expression.Evaluate(memory, options)
        : _literal is DialogObject or List<object?> ? Value.Clone(_literal)
        : _literal;

    /// <summary>The value now, without an exception.</summary>
    public (object? Value, string? Error) TryEvaluate(IMemory memory, EvaluationOptions? options = null) =>
        Expression is not null ? Expression.TryEvaluate(memory, options) : (Evaluate(memory, options), null);

    /// <summary>Whether it holds: false, null and missing do not, everything else does.</summary>
    /// <exception cref="ExpressionException">The evaluation failed.</exception>
    public bool EvaluateBoolean(IMemory memory, EvaluationOptions? options = null) => Value.IsTrue(Evaluate(memory, options));

    /// <summary>The value as text; null when it is null.</summary>
    /// <exception cref="ExpressionException">The evaluation failed.</exception>
    public string? EvaluateText(IMemory memory, EvaluationOptions? options = null) =>
        Evaluate(memory, options) is { } value ? ValueText.Of(value) : null;

    /// <summary>The value as a whole number; null when it is null.</summary>
    /// <exception cref="ExpressionException">The evaluation failed, or its value is no number.</exception>
    public long? EvaluateInteger(IMemory memory, EvaluationOptions? options = null) => Evaluate(memory, options) switch
    {
        null => null,
        long n => n,
        double x when x == Math.Floor(x) && Math.Abs(x) < long.MaxValue => (long)x,
        string s when long.TryParse(s, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) => n,
        var other => throw new ExpressionException(ToString(), 0, $"The value is {Value.TypeName(other)}, not an integer."),
    };

    /// <summary>The value as a number; null when it is null.</summary>
    /// <exception cref="ExpressionException">The evaluation failed, or its value is no number.</exception>
    public double? EvaluateNumber(IMemory memory, EvaluationOptions? options = null) => Evaluate(memory, options) switch
    {
        null => null,
        long n => n,
        double x => x,
        string s when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) => x,
        var other => throw new ExpressionException(ToString(), 0, $"The value is {Value.TypeName(other)}, not a number."),
    };

    /// <summary>The property as it would be written in JSON.</summary>
    public override string ToString() => Expression is not null ? "=" + Expression.Text : ValueText.Of(_literal);
}
