using System.Globalization;
using GuidanceBot.State.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Health;

/// <summary>Replies are delivered in time, and none was given up lately.</summary>
/// <remarks>Never worse than degraded: when a channel is down, starting this replica anew helps nobody.</remarks>
internal sealed class OutboxHealth(StateDatabase database, IOptions<StateOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var now = time.GetUtcNow();
            var since = now - Lately;
            var found = await database.ReadAsync(async (db, token) => new
            {
                Waiting = await db.Outbox.CountAsync(row => row.GivenUpAt == null, token),
                Oldest = await db.Outbox.Where(row => row.GivenUpAt == null).MinAsync(row => (DateTimeOffset?)row.At, token),
                GivenUp = await db.Outbox.CountAsync(row => row.GivenUpAt > since, token),
            }, cancellationToken);
            var age = found.Oldest is { } oldest && now > oldest ? now - oldest : TimeSpan.Zero;
            var words = string.Create(CultureInfo.InvariantCulture,
                $"{found.Waiting} replies wait, the oldest for {age.TotalSeconds:0} s; {found.GivenUp} were given up in the last hour.");
            var late = age > options.Value.Outbox.LateAfter || found.GivenUp > 0;
            return late ? HealthCheckResult.Degraded(words) : HealthCheckResult.Healthy(words);
        }
        catch (StateUnavailableException outage)
        {
            return HealthCheckResult.Degraded(outage.Message);
        }
    }
}
