namespace GuidanceBot.Protocol;

/// <summary>Everything this project logs: codes, counts and types of faults; no words, names or ids of people, and no body.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Request refused with {Status}: {Reason}")]
    public static partial void Refused(this ILogger logger, int status, string reason);

    [LoggerMessage(2, LogLevel.Information, "An activity came again and was not acted on again")]
    public static partial void Repeated(this ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "Turn failed: {FaultType} at {FaultStackTrace}")]
    public static partial void TurnFailed(this ILogger logger, string? faultType, string? faultStackTrace);

    [LoggerMessage(4, LogLevel.Warning, "Turn cancelled (invoke: {Invoke}, program ending: {Stopping})")]
    public static partial void TurnCancelled(this ILogger logger, bool invoke, bool stopping);

    [LoggerMessage(5, LogLevel.Warning, "The program ends before all turns did: {Conversations} conversations cut short")]
    public static partial void DrainCutShort(this ILogger logger, int conversations);

    [LoggerMessage(6, LogLevel.Information, "{Count} signing keys of the channel read")]
    public static partial void KeysRead(this ILogger logger, int count);

    [LoggerMessage(7, LogLevel.Warning, "The channel's signing keys could not be read ({FaultType}); {Known} known keys stay in use")]
    public static partial void KeysNotRead(this ILogger logger, string faultType, int known);

    [LoggerMessage(8, LogLevel.Warning, "A call to the channel failed (status {Status}) and is made again: retry {Retry}, in {Delay}")]
    public static partial void CallRetried(this ILogger logger, int? status, int retry, TimeSpan delay);

    [LoggerMessage(9, LogLevel.Warning, "Requests without a token are taken from this machine: Bot:DangerouslyAllowUnauthenticatedLoopback is on")]
    public static partial void UnauthenticatedLoopbackAllowed(this ILogger logger);

    [LoggerMessage(10, LogLevel.Warning, "Bot:AppId is not set: every request that needs a token is refused")]
    public static partial void NoAppId(this ILogger logger);

    [LoggerMessage(11, LogLevel.Warning, "The bot has no credential: it cannot send. Set Bot:ClientSecret, Bot:CertificatePath or Bot:AppType")]
    public static partial void NoCredential(this ILogger logger);
}
