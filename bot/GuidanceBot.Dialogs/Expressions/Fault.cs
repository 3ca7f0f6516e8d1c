namespace GuidanceBot.Dialogs.Expressions;

/// <summary>An evaluation that failed, passed on as a value: cheaper than an exception where a condition expects failure.</summary>
/// <remarks>It never leaves <see cref="Expression"/>: there it becomes an error text or an <see cref="ExpressionException"/>.</remarks>
public sealed class Fault(string reason)
{
    public string Reason { get; } = reason;

    /// <summary>The part of the expression that failed, when known.</summary>
    internal Node? At { get; private set; }

    /// <summary>The file, line and template in which it happened, when it was in a template.</summary>
    internal string? Place { get; set; }

    /// <summary>Notes where it happened, unless a part further in has done so already.</summary>
    internal Fault In(Node node)
    {
        At ??= node;
        return this;
    }
}
