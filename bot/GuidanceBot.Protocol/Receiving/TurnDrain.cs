using Microsoft.Extensions.Options;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>When the program stops: takes no more turns on, lets those under way finish, then cancels what is left.</summary>
internal sealed class TurnDrain(ConversationLanes lanes, TurnClock clock, IOptions<BotOptions> options, ILogger<TurnDrain> logger) : IHostedService
{
    /// <summary>What a cancelled turn is given to come to an end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var done = lanes.CloseAsync();
        if (await EndsWithinAsync(done, options.Value.Limits.DrainTime, cancellationToken))
        {
            return;
        }

        logger.DrainCutShort(lanes.Busy);
        await clock.StopAsync();
        await EndsWithinAsync(done, Grace, CancellationToken.None);
    }

    private async Task<bool> EndsWithinAsync(Task done, TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await done.WaitAsync(longest, clock.Time, cancellationToken);
            return true;
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
