using System.Globalization;
using GuidanceBot.Protocol.Connector;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Protocol.Health;

/// <summary>The certificate that proves the bot does not end within a month.</summary>
/// <remarks>
/// Never worse than degraded: all replicas have the same certificate, so taking this one out helps nobody. A secret does not say when it
/// ends, and a managed identity does not end: of those nothing is said.
/// </remarks>
public sealed class IdentityHealth(IOptions<BotOptions> bot, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    private readonly DateTimeOffset? _ends = EndOf(bot.Value);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_ends is not { } ends)
        {
            return Task.FromResult(HealthCheckResult.Healthy("The bot's credential has no date of its own."));
        }

        var left = ends - clock.GetUtcNow();
        var day = ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Task.FromResult(left <= TimeSpan.Zero
            ? HealthCheckResult.Degraded($"The bot's certificate ended on {day}: no reply can be sent. Put a new one at Bot:CertificatePath.")
            : left < Notice
                ? HealthCheckResult.Degraded($"The bot's certificate ends on {day}. Put a new one at Bot:CertificatePath.")
                : HealthCheckResult.Healthy($"The bot's certificate ends on {day}."));
    }

    private static DateTimeOffset? EndOf(BotOptions bot)
    {
        using var certificate = BotCertificate.From(bot);
        return certificate is null ? null : new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
    }
}
