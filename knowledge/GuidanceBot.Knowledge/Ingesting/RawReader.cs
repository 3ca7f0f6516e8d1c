using System.Text;
using Markdig;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Reads a file by its ending.</summary>
internal static class RawReader
{
    public const long MostBytes = 50_000_000;

    public static IReadOnlyList<string> Endings { get; } = [".pdf", ".docx", ".html", ".htm", ".md", ".txt"];

    /// <returns>What it says; or why it cannot be read, to follow the file's name, with the remedy.</returns>
    public static (RawDocument? Document, string? Fault) Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return (null, "is not there. Check the path.");
            }

            if (file.Length > MostBytes)
            {
                return (null, $"is larger than {MostBytes / 1_000_000} MB. Split it.");
            }

            var document = Parse(file.Extension.ToLowerInvariant(), File.ReadAllBytes(path));
            return document is null ? (null, $"is of a kind that cannot be read. Save it as one of: {string.Join(", ", Endings)}.")
                : document.Blocks.Any(b => b.Kind != RawKind.Heading) ? (document, null)
                : (null, "holds no text. Check that it is the right file.");
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "may not be read. Give the program the right to read it.");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The parsers are other people's and the file may be anything: whatever they throw is about this one file.
            return (null, $"cannot be read ({FirstLine(fault.Message)}). Open it in its own program, save it again, and try once more.");
        }
    }

    private static RawDocument? Parse(string ending, byte[] bytes) => ending switch
    {
        ".pdf" => PdfReader.Read(bytes),
        ".docx" => WordReader.Read(bytes),
        ".html" or ".htm" => HtmlPageReader.Read(TextOf(bytes)),
        ".md" => HtmlPageReader.Read(Markdown.ToHtml(TextOf(bytes), MarkdownPipeline)),
        ".txt" => PlainTextReader.Read(TextOf(bytes)),
        _ => null,
    };

    private static MarkdownPipeline MarkdownPipeline { get; } =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <summary>UTF-8 if it is, else the Western European code page that older programs write.</summary>
    private static string TextOf(byte[] bytes)
    {
        using var reader = new StreamReader(
            new MemoryStream(bytes, writable: false), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string FirstLine(string message) => CleanText.Of(message.Split('\n')[0]).TrimEnd('.');
}
