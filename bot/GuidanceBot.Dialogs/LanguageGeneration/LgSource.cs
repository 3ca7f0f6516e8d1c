namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>A template file as it was read.</summary>
/// <param name="Id">Its name, which errors show and imports are relative to: <c>common.en-us.lg</c> or a path.</param>
/// <param name="Text">Its content. A byte-order mark at the beginning does no harm.</param>
public sealed record LgSource(string Id, string Text);

/// <summary>Where template files find the files they name.</summary>
public interface ITemplateSources
{
    /// <summary>Finds the file of an import, <c>[words](path)</c>.</summary>
    /// <returns>Null when there is none.</returns>
    LgSource? FindImport(LgSource from, string path);

    /// <summary>Finds the file that <c>fromFile</c> reads. It gives files of the content only, never of the machine.</summary>
    /// <returns>Its bytes; null when there is none.</returns>
    byte[]? FindFile(LgSource from, string path);
}

/// <summary>Something in a template file that is wrong, or that is probably not meant.</summary>
/// <param name="Code">What kind of mistake, for machines: <c>lg-syntax</c>, <c>lg-expression</c> …</param>
/// <param name="IsError">Whether the template cannot be used; else it is a warning.</param>
/// <param name="File">The <see cref="LgSource.Id"/> of the file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record LgDiagnostic(string Code, bool IsError, string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): {(IsError ? "error" : "warning")} {Code}: {Message}";

    internal static LgDiagnostic At(LgSource source, int offset, string code, string message, bool isError = true)
    {
        var (line, column) = Position(source.Text, offset);
        return new LgDiagnostic(code, isError, source.Id, line, column, message);
    }

    internal static (int Line, int Column) Position(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}

/// <summary>A template that could not be evaluated. The message names the file, the line and the template.</summary>
public sealed class TemplateException(string message) : Exception(message);
