using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Generation.Switching;

/// <summary>Whether a person has switched all models off, and why. Read at each use, so that it holds at once and without a restart.</summary>
/// <remarks>
/// Two ways: the setting <c>Generation:Off</c> (files are read again when they change) and the file <c>Generation:OffFile</c>. A change is
/// logged with its reason as a warning; who wrote it and when is in the file beside it, <see cref="SwitchFile.AuditPath"/>. A file that is there and cannot be
/// read counts as off.
/// </remarks>
internal sealed partial class KillSwitch(IConfiguration configuration, SwitchFile file, ILogger<KillSwitch> logger)
{
    private readonly Lock _lock = new();
    private string? _last;

    /// <summary>The reason, or null when models may be asked.</summary>
    public string? Reason
    {
        get
        {
            var reason = configuration[$"{GenerationOptions.Section}:{nameof(GenerationOptions.Off)}"] is { Length: > 0 } setting ? setting : file.Reason;
            lock (_lock)
            {
                if (reason != _last)
                {
                    _last = reason;
                    if (reason is null)
                    {
                        LogOn();
                    }
                    else
                    {
                        LogOff(reason);
                    }
                }
            }

            return reason;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Models are switched off: {Reason}. Answers are quoted.")]
    private partial void LogOff(string reason);

    [LoggerMessage(LogLevel.Warning, "Models are switched on again.")]
    private partial void LogOn();
}
