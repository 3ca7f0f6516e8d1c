namespace GuidanceBot.Dialogs.Loading;

/// <summary>One thing that is wrong with the content: what, where, and in words that say how to mend it.</summary>
/// <param name="Code">A short, stable name of the kind of error, for example <c>unknown-property</c>.</param>
/// <param name="File">The file's name as the resource explorer knows it, or its path relative to the folder that was added.</param>
/// <param name="Line">Line, from 1; 0 when the error belongs to the whole file.</param>
/// <param name="Column">Column in UTF-16 code units, from 1; 0 when the error belongs to the whole file.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record ContentError(string Code, string File, int Line, int Column, string Message)
{
    /// <summary>The form compilers use: <c>file(line,column): code: message</c>.</summary>
    public override string ToString() => $"{File}({Line},{Column}): {Code}: {Message}";
}

/// <summary>The codes of <see cref="ContentError"/>.</summary>
public static class ContentErrorCodes
{
    /// <summary>The file is not JSON (comments and trailing commas are allowed).</summary>
    public const string Json = "json";

    /// <summary>A <c>$kind</c> that this runtime does not have.</summary>
    public const string UnknownKind = "unknown-kind";

    /// <summary>A <c>$kind</c> of the SDK that this runtime leaves out on purpose, with the reason.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>A property that the kind does not have.</summary>
    public const string UnknownProperty = "unknown-property";

    /// <summary>A property that the kind cannot do without.</summary>
    public const string MissingProperty = "missing-property";

    /// <summary>A value of the wrong type or outside the allowed names.</summary>
    public const string WrongValue = "wrong-value";

    /// <summary>An expression, template text or regular expression that does not parse.</summary>
    public const string Expression = "expression";

    /// <summary>A dialog, template file or action that is referred to and is not there.</summary>
    public const string DanglingReference = "dangling-reference";

    /// <summary>Two files or dialogs of one name.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A language generation file that does not parse or refers to a missing template.</summary>
    public const string Template = "template";
}

/// <summary>Content was asked to run although it is wrong. Carries every error that was found.</summary>
public sealed class ContentException(IReadOnlyList<ContentError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<ContentError> Errors { get; } = errors;
}
