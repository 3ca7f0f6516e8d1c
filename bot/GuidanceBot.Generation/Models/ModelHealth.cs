using GuidanceBot.Generation.Switching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuidanceBot.Generation.Models;

/// <summary>Says whether models are asked. Without them every answer is still sent, quoted: so never worse than degraded.</summary>
internal sealed class ModelHealth(KillSwitch killSwitch, GenerationCounters counters) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        killSwitch.Reason is { } reason ? HealthCheckResult.Degraded($"Models are switched off: {reason}. Answers are quoted.")
        : counters.Last is { } trouble ? HealthCheckResult.Degraded($"The model was not used last: {trouble}. Answers are quoted.")
        : HealthCheckResult.Healthy("Models are asked when there is something to word."));
}
