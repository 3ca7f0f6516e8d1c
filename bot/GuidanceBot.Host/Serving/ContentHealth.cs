using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuidanceBot.Host.Serving;

/// <summary>Ready: there is guidance to answer from. Degraded: a part of it could not be read, or is withheld because its review is long overdue.</summary>
internal sealed class ContentHealth(GuidanceLibrary library, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (library.Passages.Count == 0)
        {
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus, "There is no guidance to answer from; see 'guidancebot doctor'."));
        }

        var today = EnglishTime.Today(clock);
        var withheld = library.Documents.Count(document => document.ReviewStatusOn(today) == ReviewStatus.PastGrace);
        var words = $"{library.Passages.Count} passages; {library.Errors.Count} faults; {withheld} documents withheld until they are reviewed.";
        return Task.FromResult(library.Errors.Count + withheld > 0 ? HealthCheckResult.Degraded(words) : HealthCheckResult.Healthy(words));
    }
}
