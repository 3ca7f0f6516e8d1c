namespace GuidanceBot.Dialogs.Expressions;

/// <summary>What an expression reads: named roots, from which the rest of a path is walked over values.</summary>
public interface IMemory
{
    /// <summary>Finds the value of the first name of a path.</summary>
    /// <param name="name">
    /// The name as the author wrote it, a shorthand sign included: <c>turn</c>, <c>$name</c>, <c>@city</c>, <c>@@city</c>,
    /// <c>#greeting</c>, <c>%title</c>. What a sign stands for is the memory's affair.
    /// </param>
    /// <param name="value">A value, or an <see cref="Values.IPropertySource"/>; null when there is none.</param>
    /// <returns>False when there is nothing of that name; an expression then sees null.</returns>
    bool TryGetValue(string name, out object? value);

    /// <summary>Sets the value at a path, for <c>setPathToValue</c>.</summary>
    /// <param name="path">The first name as in <see cref="TryGetValue"/>, then names (string) and indices (long).</param>
    /// <param name="value">The value.</param>
    void SetValue(IReadOnlyList<object> path, object? value);
}
