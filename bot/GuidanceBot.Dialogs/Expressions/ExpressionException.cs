namespace GuidanceBot.Dialogs.Expressions;

/// <summary>An expression that cannot be parsed, or that failed when it was evaluated.</summary>
public sealed class ExpressionException : Exception
{
    public ExpressionException(string expression, int offset, string reason)
        : base($"'{Shortened(expression)}', character {offset + 1}: {reason}")
    {
        Expression = expression;
        Offset = offset;
        Reason = reason;
    }

    public string Expression { get; }

    /// <summary>Where in the expression, counted from 0 in UTF-16 code units.</summary>
    public int Offset { get; }

    public string Reason { get; }

    private static string Shortened(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "…");
}
