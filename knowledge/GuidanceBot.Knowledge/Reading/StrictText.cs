using System.Text;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Reads a file as UTF-8 and refuses what no author meant to write.</summary>
internal static class StrictText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text with line ends as line feeds; null when it cannot be read, which is then among the errors.</returns>
    public static string? Read(string path, FileErrors errors)
    {
        string text;
        try
        {
            text = Utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException fault)
        {
            errors.Add("not-utf8", 0, 0, $"The file is not UTF-8 text (byte {fault.Index}). Save it as UTF-8, or restore it if it was cut off while being written.");
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.Add("unreadable", 0, 0, $"The file cannot be read: {fault.Message} Check that it is there and that the program may read it.");
            return null;
        }

        if (text.AsSpan().Trim().IsEmpty)
        {
            errors.Add("file-empty", 0, 0, "The file is empty. Write it as knowledge/README.md shows, or delete it.");
            return null;
        }

        RefuseInvisible(text, errors);
        return text;
    }

    /// <summary>Whether a character cannot be seen and can change how what is around it is read or shown.</summary>
    /// <remarks>Controls but tab and line feed; the marks that turn the direction of writing (Unicode's Bidi_Control); noncharacters.</remarks>
    public static bool IsInvisible(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t'))
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';

    private static void RefuseInvisible(string text, FileErrors errors)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                (line, start) = (line + 1, i + 1);
            }
            else if (IsInvisible(text[i]))
            {
                errors.Add("invisible-character", line, i - start + 1, $"An invisible character (U+{(int)text[i]:X4}) stands here. Delete it and type the words again.");
            }
        }
    }
}
