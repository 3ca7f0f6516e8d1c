using System.Globalization;
using System.Text;
using GuidanceBot.Documents;
using GuidanceBot.Documents.Fhir;
using GuidanceBot.Documents.Word;

namespace GuidanceBot.Turns.Exports;

/// <summary>Makes the files of a guided conversation from what is kept of it, each time anew: none is stored.</summary>
internal sealed class ExportFiles(SummaryMaker summaries, SummaryPaper papers, LeafletMaker leaflets, PathwayDefinitions definitions)
{
    /// <returns>Nothing when there is nothing to hand over in this form.</returns>
    public IReadOnlyList<ReplyFile> Make(ExportFormat format, string pathway, PathwayMemory memory)
    {
        if (summaries.Make(pathway, memory) is not { } summary)
        {
            return [];
        }

        var day = summary.Made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        switch (format)
        {
            case ExportFormat.Word:
                return [new ReplyFile($"{pathway}-record-{day}.docx", WordPaper.MediaType, WordPaper.Write(papers.Make(summary)))];
            case ExportFormat.Markdown:
                return [new ReplyFile($"{pathway}-record-{day}.md", MarkdownPaper.MediaType, Utf8(MarkdownPaper.Write(papers.Make(summary))))];
            case ExportFormat.Leaflet when leaflets.Make(pathway, memory) is { } leaflet:
                return
                [
                    new ReplyFile($"{pathway}-leaflet.docx", WordPaper.MediaType, WordPaper.Write(leaflet)),
                    new ReplyFile($"{pathway}-leaflet.md", MarkdownPaper.MediaType, Utf8(MarkdownPaper.Write(leaflet))),
                ];
            case ExportFormat.Fhir:
                var form = Form(summary, memory);
                return
                [
                    new ReplyFile($"{pathway}-answers-{day}.fhir.json", FhirForms.MediaType, Utf8(FhirForms.Response(form))),
                    new ReplyFile($"{pathway}-questions.fhir.json", FhirForms.MediaType, Utf8(FhirForms.Questionnaire(form))),
                ];
            default:
                return [];
        }
    }

    private CompletedForm Form(Summary summary, PathwayMemory memory)
    {
        var answers = summary.Answers.ToDictionary(answer => answer.Id, StringComparer.Ordinal);
        var definition = definitions.Find(summary.Pathway)!;
        PathwayDefinition[] parts = [definition, .. memory.Includes(definition.Key).Select(definitions.FindKey).OfType<PathwayDefinition>()];
        return new CompletedForm(
            summary.Pathway,
            summary.Title,
            summary.Edition,
            summary.Made,
            summary.Finished,
            [
                .. parts.SelectMany(part => part.Questions.Select(question => new FormQuestion(
                    $"{part.Key}_{question.Id}",
                    question.Label,
                    [.. question.Choices.Select(choice => new FormChoice(choice.Value, choice.Title))],
                    answers.TryGetValue($"{part.Key}_{question.Id}", out var answer) ? Answer(answer) : null))),
            ]);
    }

    private static FormAnswer Answer(SummaryAnswer answer) => answer.Value switch
    {
        PathwayAnswers.NotKnown => new FormAnswer.NotKnown(),
        PathwayAnswers.PreferNotToSay => new FormAnswer.Declined(),
        _ => new FormAnswer.Chosen(new FormChoice(answer.Value, answer.Words)),
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
