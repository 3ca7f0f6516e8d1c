using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Reads the facts about a document that stand between the two lines of hyphens at its top.</summary>
internal static partial class FrontMatter
{
    /// <returns>The document and the number of lines its front matter takes; null when it cannot be read, which is then among the errors.</returns>
    public static (Document Document, int Lines)? Read(string text, string id, FileErrors errors)
    {
        var lines = text.Split('\n');
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == "---") : -1;
        if (end < 0)
        {
            errors.Add(
                "front-matter",
                1,
                1,
                "The file does not begin with front matter between two lines of '---'. Write it as knowledge/README.md shows; " +
                "if the second line is missing the file may have been cut off.");
            return null;
        }

        if (YamlFields.Read(string.Join('\n', lines[1..end]), 1, errors) is not { } fields)
        {
            return null;
        }

        var document = DocumentOf(fields, id, errors);
        fields.NoOthers();
        return (document, end + 1);
    }

    private static Document DocumentOf(YamlFields fields, string id, FileErrors errors)
    {
        var document = new Document
        {
            Id = id,
            Title = fields.Text("title") ?? id,
            Kind = fields.Choice<DocumentKind>("kind") ?? default,
            Area = fields.Choice<Area>("area") ?? default,
            Audience = fields.Choices<Audience>("audience"),
            Owner = fields.Text("owner") ?? "",
            Effective = fields.Date("effective") ?? default,
            ReviewBy = fields.Date("review-by") ?? default,
            ApprovedBy = fields.Text("approved-by", mayBeEmpty: true) ?? "",
            Topics = fields.List("topics"),
            Sources = SourcesOf(fields.Map("sources"), errors),
            File = errors.File,
        };
        if (document.ReviewBy <= document.Effective && document.ReviewBy != default)
        {
            fields.FaultAt("review-by", "date-order", "'review-by' is not after 'effective'. A document is reviewed after it takes effect; check both days.");
        }

        return document;
    }

    private static Dictionary<string, Source> SourcesOf(YamlFields? fields, FileErrors errors)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var (code, line, source) in fields?.Entries() ?? [])
        {
            if (!Code().IsMatch(code) || code == Source.Ours)
            {
                errors.Add("source-code", line, 1, $"'{code}' cannot be a source code. Use letters, digits, dots and hyphens, beginning with S-, e.g. S-NICE; 'ours' needs no entry.");
            }

            if (source is null)
            {
                continue;
            }

            SourceConfidence? confidence = null;
            if (source.Text("confidence", required: false) == "low")
            {
                source.FaultAt("confidence", "confidence-low", $"Source {code} has low confidence: what is low does not belong in the corpus. Find a better source or take its sentences out.");
            }
            else
            {
                confidence = source.Choice<SourceConfidence>("confidence");
            }

            sources[code] = new Source(
                code,
                source.Text("title") ?? code,
                source.Address("url"),
                source.Text("date") ?? "undated",
                confidence ?? SourceConfidence.Medium);
            source.NoOthers();
        }

        return sources;
    }

    [GeneratedRegex("""^[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
