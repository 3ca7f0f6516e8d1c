using GuidanceBot.Turns.Answers;

namespace GuidanceBot.Turns.Safety.UnsafeRequests;

/// <summary>Says no, why, and what to do instead, when a message asks for something unsafe or for something else altogether.</summary>
public sealed class DeclineStep(RequestCheck check, AnswerComposer composer) : ITurnStep
{
    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(check.Check(message.Text) is { } request
            ? composer.Notice(StatusOf(request.As), request.Template, request.Contacts, pathway: null, message)
            : null);

    private static ReplyStatus StatusOf(DeclinedAs declined) => declined switch
    {
        DeclinedAs.UnsafeRequest => ReplyStatus.Declined,
        DeclinedAs.OutOfScope => ReplyStatus.OutOfScope,
    };
}
