using GuidanceBot.Documents;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Exports;

/// <summary>The <see cref="Summary"/> as a paper: one model for the chat, Word and Markdown.</summary>
internal sealed class SummaryPaper(BotWording wording, SourceTitles sources)
{
    /// <param name="summary">What it says.</param>
    /// <param name="brief">Without the table of answers and the list of sources: for a card.</param>
    public Paper Make(Summary summary, bool brief = false)
    {
        List<Block> blocks =
        [
            new Notice(wording.Say("ExportDraftNotice", ("edition", summary.Edition))),
        ];
        if (!summary.Finished)
        {
            blocks.Add(new Notice(wording.Say("ExportNotFinished")));
        }

        blocks.Add(new Prose(wording.Say("ExportMadeOn", ("date", Long(summary.Made)))));
        Add(blocks, "ExportDiscussed", Points(summary.Discussed));
        Add(blocks, "ExportRisks", Risks(summary));
        Add(blocks, "ExportPlan", Points(summary.Plan));
        Add(blocks, "ExportNotes", Points(summary.Notes));
        Add(blocks, "ExportShare", Points(summary.Share));
        Add(blocks, "ExportReview", [.. Points(summary.Review, summary.ReviewBy is { } day ? [wording.Say("ExportReviewBy", ("date", Long(day)))] : [])]);
        Add(blocks, "ExportOpen", [Open(summary)]);
        Add(blocks, "ExportRecord", Points(summary.Record));
        if (!brief)
        {
            Add(blocks, "ExportAnswers", Answers(summary));
            Add(blocks, "ExportSources", Sources(summary));
        }

        return new Paper(wording.Say("ExportTitle", ("title", summary.Title)), blocks, wording.Say("ExportFooter", ("title", summary.Title)));
    }

    private void Add(List<Block> blocks, string heading, IReadOnlyList<Block> below)
    {
        if (below.Count > 0)
        {
            blocks.Add(new Heading(1, wording.Say(heading)));
            blocks.AddRange(below);
        }
    }

    private static Block[] Points(IReadOnlyList<CodedLine> lines, params IReadOnlyList<string> more) =>
        lines.Count + more.Count == 0 ? [] : [new Points([.. lines.Select(line => line.WithCodes), .. more])];

    private Block[] Answers(Summary summary) =>
    [
        new PaperTable(
            wording.Say("ExportAnswersTable"),
            [wording.Say("ExportColumnQuestion"), wording.Say("ExportColumnAnswer")],
            [.. summary.Answers.Select(answer => (IReadOnlyList<string>)[Capital(answer.Label), answer.Words])],
            [2, 3]),
    ];

    private List<Block> Risks(Summary summary)
    {
        List<Block> blocks = [.. summary.Band.Select(line => new Prose(line.WithCodes))];
        blocks.Add(summary.Risks.Count == 0
            ? new Prose(wording.Say("ExportNoRisk"))
            : new PaperTable(
                wording.Say("ExportRisksTable"),
                [wording.Say("ExportColumnPrompt"), wording.Say("ExportColumnRisk"), wording.Say("ExportColumnSource")],
                [.. summary.Risks.Select(risk => (IReadOnlyList<string>)
                    [wording.Say("ExportPrompt", ("colour", risk.Colour)), risk.Line.Text, string.Join(", ", risk.Line.Codes)])],
                [3, 12, 5]));
        return blocks;
    }

    private Block Open(Summary summary)
    {
        var notKnown = Labels(summary, PathwayAnswers.NotKnown);
        var preferred = Labels(summary, PathwayAnswers.PreferNotToSay);
        string[] lines =
        [
            .. notKnown.Length > 0 ? [wording.Say("ExportNotKnownLine", ("labels", notKnown))] : Array.Empty<string>(),
            .. preferred.Length > 0 ? [wording.Say("ExportPreferredLine", ("labels", preferred))] : Array.Empty<string>(),
        ];
        return lines.Length == 0 ? new Prose(wording.Say("ExportNothingOpen")) : new Points(lines);
    }

    private Block[] Sources(Summary summary)
    {
        string[] lines =
        [
            .. summary.Codes.Where(code => code != Source.Ours).Order(StringComparer.Ordinal).Select(code => sources.Find(code) is { } source
                ? wording.Say("ExportSourceLine", ("code", code), ("title", source.Title), ("url", source.Url))
                : code),
            .. summary.Codes.Contains(Source.Ours) ? [wording.Say("ExportOurs")] : Array.Empty<string>(),
        ];
        return lines.Length == 0 ? [] : [new Points(lines)];
    }

    private static string Labels(Summary summary, string answer) =>
        string.Join(", ", summary.Answers.Where(given => given.Value == answer).Select(given => given.Label));

    private static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    private static string Long(DateOnly day) => day.ToString("dddd d MMMM yyyy", BotWording.English);
}
