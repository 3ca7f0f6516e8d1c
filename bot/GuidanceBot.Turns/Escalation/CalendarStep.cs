using System.Text;
using GuidanceBot.Documents.Calendars;
using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Escalation;

/// <summary>"Calendar": the next date of an escalation as a file for the calendar, when the partnership's limits are held.</summary>
internal sealed class CalendarStep(EscalationDates dates, BotWording wording, TimeProvider clock) : ITurnStep
{
    /// <summary>The pathway that asks for the stage, and the name of the file's form.</summary>
    public const string Pathway = "escalation";

    /// <inheritdoc cref="Pathway"/>
    public const string Format = "Calendar";

    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(wording.Phrases("CalendarWords").Contains(PlainWords.Of(message.Text)) ? Answer(PathwayMemory.Read(message.Conversation.Dialogs)) : null);

    /// <summary>The file of a stage that was answered; null when there is none to make.</summary>
    public ReplyFile? File(PathwayMemory memory) => StageOf(memory) is { } stage && dates.Entry(stage) is { } entry
        ? new ReplyFile($"escalation-{entry.Day:yyyy-MM-dd}.ics", CalendarFile.MediaType, Encoding.UTF8.GetBytes(CalendarFile.Write([entry], clock.GetUtcNow())))
        {
            Origin = new FileOrigin(Pathway, Format),
        }
        : null;

    private Reply Answer(PathwayMemory memory)
    {
        var stage = StageOf(memory);
        var file = File(memory);
        var text = (dates.AreHeld, stage, file) switch
        {
            (false, _, _) => wording.Say("EscalationNotHeld"),
            (_, null, _) => wording.Say("EscalationNoStage"),
            (_, _, null) => dates.DueInWords(stage),
            _ => wording.Say("EscalationHere", ("due", dates.DueInWords(stage))),
        };
        return new Reply { Status = ReplyStatus.Pathway, Text = text, Files = file is null ? [] : [file], Confidence = 1 };
    }

    private EscalationStage? StageOf(PathwayMemory memory) => dates.Find(memory.Answers(Pathway).FirstOrDefault(answer => answer.Key == "stage").Value);
}
