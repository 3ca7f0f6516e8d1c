using GuidanceBot.Turns.Escalation;

namespace GuidanceBot.Turns.Exports;

/// <summary>Makes a document again from where it came from.</summary>
internal sealed class HandedOver(ExportFiles exports, CalendarStep calendar)
{
    /// <returns>Nothing when the conversation no longer holds what it was made from.</returns>
    public IReadOnlyList<ReplyFile> Make(FileOrigin origin, Conversation conversation)
    {
        var memory = PathwayMemory.Read(conversation.Dialogs);
        if (origin.Format == CalendarStep.Format)
        {
            return calendar.File(memory) is { } entry ? [entry] : [];
        }

        return Enum.TryParse<ExportFormat>(origin.Format, out var format) && Enum.IsDefined(format) ? exports.Make(format, origin.Pathway, memory) : [];
    }
}
