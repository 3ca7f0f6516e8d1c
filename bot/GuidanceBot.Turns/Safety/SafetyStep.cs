using GuidanceBot.Turns.Answers;

namespace GuidanceBot.Turns.Safety;

/// <summary>Always the first step: when somebody may be in danger, what to do now comes before whatever else was asked.</summary>
/// <remarks>A guided conversation under way keeps its answers; the next message goes on with it.</remarks>
public sealed class SafetyStep(SafetyCheck check, AnswerComposer composer) : ITurnStep
{
    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(check.Check(message.Text) is { } finding
            ? composer.Notice(StatusOf(finding.Level), finding.Template, finding.Contacts, finding.Pathway, message)
            : null);

    private static ReplyStatus StatusOf(DangerLevel level) => level switch
    {
        DangerLevel.Emergency => ReplyStatus.Emergency,
        DangerLevel.UrgentSameDay or DangerLevel.NeedsPerson => ReplyStatus.NeedsPerson,
    };
}
