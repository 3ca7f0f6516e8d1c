using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Drafts;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Exports;

/// <summary>"Word document", "parent leaflet", "summary": hands over what a guided conversation came to, under way or just ended.</summary>
internal sealed class ExportStep(
    ExportWords words, ExportFiles files, SummaryMaker summaries, SummaryPaper papers, LeafletMaker leaflets, DraftKeeping drafts,
    PathwayCatalogue catalogue, BotWording wording)
    : ITurnStep
{
    public async ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        var summary = words.AsksForSummary(message.Text);
        if (!summary && words.Read(message.Text) is null)
        {
            return null;
        }

        var memory = PathwayMemory.Read(message.Conversation.Dialogs);
        if (summary && memory.At is not null)
        {
            return null; // the conversation under way says how far it is
        }

        var pathway = catalogue.NameOf(memory.At) ?? message.Conversation.LastPathway;
        if (pathway is null || summaries.Make(pathway, memory) is not { } made)
        {
            return new Reply { Status = ReplyStatus.Welcome, Text = wording.Say("ExportNothing"), Confidence = 1 };
        }

        return summary
            ? Answer(pathway, PaperText.Of(papers.Make(made, brief: true)))
            : await HandOverAsync(words.Read(message.Text)!.Value, made, memory, message, cancellationToken);
    }

    private async ValueTask<Reply> HandOverAsync(
        ExportFormat format, Summary summary, PathwayMemory memory, Message message, CancellationToken cancellationToken)
    {
        var made = files.Make(format, summary.Pathway, memory);
        if (made.Count == 0)
        {
            return Answer(summary.Pathway, wording.Say("ExportNoLeaflet", ("title", summary.Title)));
        }

        var draftGone = await drafts.DeleteAsync(message.Conversation, summary.Pathway, cancellationToken);
        var text = new ReplyText(wording)
            .Add(wording.Say("ExportHere", ("format", format.ToString()), ("title", summary.Title)))
            .Add(summary.Finished || format == ExportFormat.Leaflet ? "" : wording.Say("ExportUnfinished"))
            .Add(draftGone ? wording.Say("DraftDeletedOnExport") : "")
            .Add(wording.Say("ExportAdvice"));
        return text.ToReply(ReplyStatus.Pathway) with
        {
            Files = [.. made.Select(file => file with { Origin = new FileOrigin(summary.Pathway, format.ToString()) })],
            Suggestions = Buttons(summary.Pathway),
            Confidence = 1,
        };
    }

    private Reply Answer(string pathway, string text) =>
        new() { Status = ReplyStatus.Pathway, Text = text, Suggestions = Buttons(pathway), Confidence = 1 };

    /// <summary>The forms that there are of a conversation.</summary>
    private string[] Buttons(string pathway) => ExportButtons.Of(pathway, words, leaflets, wording);
}
