namespace GuidanceBot.State.Outbox;

/// <summary>How long to wait before the next try: doubling, capped, and spread so that a crowd does not come back at once.</summary>
internal static class BackOff
{
    private const int MostDoublings = 30;

    /// <param name="tries">How many have failed, from 1.</param>
    /// <param name="options">The first and the longest wait.</param>
    /// <param name="asked">What the channel asked for; it is waited for, up to the longest wait.</param>
    /// <param name="spread">0 to 1, at random.</param>
    public static TimeSpan After(int tries, OutboxOptions options, TimeSpan? asked, double spread)
    {
        var doubled = options.FirstRetry * Math.Pow(2, Math.Clamp(tries - 1, 0, MostDoublings));
        var wait = (doubled < options.LongestRetry ? doubled : options.LongestRetry) * (0.5 + (0.5 * spread));
        return asked is { } least && least > wait
            ? least < options.LongestRetry ? least : options.LongestRetry
            : wait;
    }
}
