using System.Text;
using DocumentFormat.OpenXml.Packaging;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.Tests.Conversations;

/// <summary>The words of a document that is handed over.</summary>
internal static class FileText
{
    public static string Of(ReplyFile file)
    {
        if (!file.Name.EndsWith(".docx", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetString(file.Content.Span);
        }

        using var word = WordprocessingDocument.Open(new MemoryStream(file.Content.ToArray()), isEditable: false);
        return string.Join('\n', word.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(line => line.InnerText));
    }
}
