namespace GuidanceBot.Turns.Safety;

/// <summary>A place in a message, never its words.</summary>
/// <param name="Start">In UTF-16 code units from 0.</param>
/// <param name="Length">In UTF-16 code units.</param>
public readonly record struct TextSpan(int Start, int Length);
