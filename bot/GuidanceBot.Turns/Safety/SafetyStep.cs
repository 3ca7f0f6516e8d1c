using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Telemetry;

namespace GuidanceBot.Turns.Safety;

/// <summary>Always the first step: when somebody may be in danger, what to do now comes before whatever else was asked.</summary>
/// <remarks>A guided conversation under way keeps its answers; the next message goes on with it.</remarks>
public sealed class SafetyStep(SafetyCheck check, AnswerComposer composer, TurnMeter meter) : ITurnStep
{
    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        if (check.Check(message.Text) is not { } finding)
        {
            return ValueTask.FromResult<Reply?>(null);
        }

        meter.Danger(finding);
        return ValueTask.FromResult<Reply?>(
            composer.Notice(StatusOf(finding.Level), finding.Template, finding.Contacts, finding.Pathway, message));
    }

    private static ReplyStatus StatusOf(DangerLevel level) => level switch
    {
        DangerLevel.Emergency => ReplyStatus.Emergency,
        DangerLevel.UrgentSameDay or DangerLevel.NeedsPerson => ReplyStatus.NeedsPerson,
    };
}
