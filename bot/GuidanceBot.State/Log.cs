using GuidanceBot.State.Secrets;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.State;

/// <summary>Everything this project logs: kinds, counts, statuses and types of faults; no words, names or ids of people.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A record of kind {Kind} cannot be read and was set aside under {Key}; the rest goes on")]
    public static partial void RecordUnreadable(this ILogger logger, RecordKind kind, Guid key);

    [LoggerMessage(2, LogLevel.Error, "The store cannot be used: {Reason} The person was answered without memory")]
    public static partial void AnsweredWithoutStore(this ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Warning, "A reply will not be delivered: the channel's last status is {Status} after {Tries} tries")]
    public static partial void ReplyGivenUp(this ILogger logger, int status, int tries);

    [LoggerMessage(4, LogLevel.Error, "Delivery to a conversation failed and will be taken up again: {FaultType} at {FaultStackTrace}")]
    public static partial void LaneFailed(this ILogger logger, string? faultType, string? faultStackTrace);

    [LoggerMessage(5, LogLevel.Warning, "A round of the outbox failed ({FaultType}): {Reason}")]
    public static partial void OutboxRoundFailed(this ILogger logger, string faultType, string? reason);

    [LoggerMessage(6, LogLevel.Warning, "The program ends before all replies are delivered ({Reason}); another replica or the next start delivers them")]
    public static partial void DeliveryCutShort(this ILogger logger, string reason);

    [LoggerMessage(7, LogLevel.Warning, "Deleting what is past its lifetime failed ({FaultType}): {Reason}")]
    public static partial void SweepFailed(this ILogger logger, string faultType, string? reason);

    [LoggerMessage(8, LogLevel.Information, "An activity came again and was not acted on again")]
    public static partial void Repeated(this ILogger logger);

    [LoggerMessage(9, LogLevel.Warning, "The store's keys are in the store, and no certificate encrypts them: whoever has a copy of the database can read it. Set State:KeyCertificatePath or State:KeyFolder")]
    public static partial void KeysInTheOpen(this ILogger logger);

    [LoggerMessage(10, LogLevel.Error, "The clock jumped; for an hour nothing is deleted for its age. Check the time of this machine and of the database")]
    public static partial void ClockJumped(this ILogger logger);
}
