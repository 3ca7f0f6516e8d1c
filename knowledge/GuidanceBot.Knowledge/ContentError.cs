namespace GuidanceBot.Knowledge;

/// <summary>Something wrong in a file that a person wrote, said so that they can mend it.</summary>
/// <param name="Code">A short stable name of the fault, e.g. <c>source-unknown</c>.</param>
/// <param name="File">The file, relative to the folder that was read, with forward slashes.</param>
/// <param name="Line">From 1; 0 when the fault is the file as a whole.</param>
/// <param name="Column">From 1; 0 when the fault is the line as a whole.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record ContentError(string Code, string File, int Line, int Column, string Message)
{
    /// <summary>One line, in the form that editors and build logs make a link of.</summary>
    public override string ToString() => $"{File}({Line},{Column}): {Code}: {Message}";
}
