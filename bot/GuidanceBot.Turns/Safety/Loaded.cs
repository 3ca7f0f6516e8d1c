using GuidanceBot.Knowledge;

namespace GuidanceBot.Turns.Safety;

/// <summary>What a file of rules became: the thing itself, or everything that is wrong with the file.</summary>
/// <param name="Value">Null exactly when there are errors.</param>
/// <param name="Errors">In the order of the file.</param>
public sealed record Loaded<T>(T? Value, IReadOnlyList<ContentError> Errors)
    where T : class;
