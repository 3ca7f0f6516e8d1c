using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Retention;

/// <summary>Sweeps from time to time, but not by a clock that has just jumped: it would take everything for old.</summary>
internal sealed class Sweeper(Sweep sweep, IOptions<StateOptions> options, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    /// <summary>A clock is set by a few seconds now and then; this is not that.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(5);

    /// <summary>How long nothing is deleted after a jump, so that somebody can set the clock right.</summary>
    private static readonly TimeSpan Caution = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var every = options.Value.Lifetimes.SweepEvery;
        var (wall, mark) = (time.GetUtcNow(), time.GetTimestamp());
        long? jumped = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(every, time, stoppingToken);
                var passed = time.GetElapsedTime(mark);
                if ((time.GetUtcNow() - wall - passed).Duration() > Jump)
                {
                    jumped = time.GetTimestamp();
                    logger.ClockJumped();
                }

                (wall, mark) = (time.GetUtcNow(), time.GetTimestamp());
                if (jumped is null || time.GetElapsedTime(jumped.Value) > Caution)
                {
                    jumped = null;
                    await sweep.RunAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A loop that ends would keep everything for good without a word; the next round may be better.
                logger.SweepFailed(fault.GetType().Name, (fault as StateUnavailableException)?.Message);
            }
        }
    }
}
