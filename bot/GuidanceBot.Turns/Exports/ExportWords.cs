using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Exports;

/// <summary>Recognises a message that asks for a summary or a document, and nothing else.</summary>
internal sealed class ExportWords(BotWording wording)
{
    private readonly HashSet<string> _summary = [.. wording.Phrases("SummaryWords")];

    private readonly Dictionary<string, ExportFormat> _formats = new[]
        {
            ("WordDocumentWords", ExportFormat.Word),
            ("MarkdownWords", ExportFormat.Markdown),
            ("LeafletWords", ExportFormat.Leaflet),
            ("FhirWords", ExportFormat.Fhir),
        }
        .SelectMany(list => wording.Phrases(list.Item1).Select(phrase => (phrase, list.Item2)))
        .ToDictionary(entry => entry.phrase, entry => entry.Item2, StringComparer.Ordinal);

    public bool AsksForSummary(string text) => _summary.Contains(PlainWords.Of(text));

    public ExportFormat? Read(string text) => _formats.TryGetValue(PlainWords.Of(text), out var format) ? format : null;
}
