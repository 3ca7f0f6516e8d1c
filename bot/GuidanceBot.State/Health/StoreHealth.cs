using GuidanceBot.State.Database;
using GuidanceBot.State.Outbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GuidanceBot.State.Health;

/// <summary>Ready: the store can be read and written. It writes nothing that stays: this replica's sign of life.</summary>
internal sealed class StoreHealth(Replica replica) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await replica.GiveSignAsync(cancellationToken);
            return HealthCheckResult.Healthy("The store can be written to.");
        }
        catch (StateUnavailableException outage)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, outage.Message);
        }
        catch (StateConflictException)
        {
            return HealthCheckResult.Healthy("The store can be written to.");
        }
    }
}
