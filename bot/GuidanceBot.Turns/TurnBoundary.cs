using GuidanceBot.Turns.Conversations;
using GuidanceBot.Turns.Safety;
using GuidanceBot.Turns.Telemetry;
using GuidanceBot.Turns.Wording;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Turns;

/// <summary>The one place where an exception becomes a reply.</summary>
/// <remarks>
/// The practitioner reads words from <c>bot/wording</c> and a reference; the log gets the reference, the exception's type and where
/// it was thrown. Neither gets the message's text, nor the exception's own message, which may quote it.
/// </remarks>
public sealed partial class TurnBoundary(TurnSteps steps, ReplyNotices notices, PathwayFollowUp followUp, PathwayReturn pathwayReturn, BotWording wording,
    TurnMeter meter, TimeProvider clock, ILogger<TurnBoundary> logger)
{
    /// <summary>Replies to one message. Call it once at a time for a conversation.</summary>
    /// <param name="text">What arrived; may be empty, long or broken.</param>
    /// <param name="conversation">What is remembered of it; changed by the turn.</param>
    /// <param name="cancellationToken">Ends the turn; nothing is remembered of it.</param>
    public async ValueTask<Reply> ReplyToAsync(string? text, Conversation conversation, CancellationToken cancellationToken)
    {
        using var measured = meter.Turn();
        try
        {
            var message = new Message(MessageText.Clean(text), clock.GetUtcNow(), conversation);
            var before = conversation.Dialogs;
            var reply = await followUp.AddToAsync(await steps.ReplyToAsync(message, cancellationToken), message, before, cancellationToken);
            reply = notices.AddTo(reply, message);
            reply = pathwayReturn.AddTo(reply, message);
            conversation.LastSuggestions = reply.Suggestions;
            conversation.OfferedPathway = reply.OfferedPathway;
            measured.Outcome = reply.Status.ToString();
            return reply;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reference = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")[..12];
            LogTurnFailed(reference, fault.GetType().FullName, fault.StackTrace);
            return new Reply { Status = ReplyStatus.Failed, Text = wording.Say("SomethingWentWrong", ("reference", reference)) };
        }
    }

    [LoggerMessage(LogLevel.Error, "Turn failed, reference {Reference}: {FaultType} at {FaultStackTrace}")]
    private partial void LogTurnFailed(string reference, string? faultType, string? faultStackTrace);
}
