using GuidanceBot.Protocol.Receiving;

namespace GuidanceBot.Turns.Teams;

/// <summary>Shows that the bot is at work, once a turn takes longer than anybody waits without wondering; most take milliseconds.</summary>
internal static class TypingWhenSlow
{
    /// <summary>After this long the first sign is given.</summary>
    public static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(1);

    /// <summary>Teams shows it for about three seconds.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    public static async ValueTask<Reply> WhileAsync(TurnContext context, Func<ValueTask<Reply>> work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (context.Activity.ExpectsReplies)
        {
            return await work();     // nobody sees it: the replies are the answer
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = ShowAsync(context, clock, done.Token);
        try
        {
            return await work();
        }
        finally
        {
            await done.CancelAsync();
            await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);      // whether it could be shown changes nothing
        }
    }

    private static async Task ShowAsync(TurnContext context, TimeProvider clock, CancellationToken done)
    {
        for (var wait = SlowAfter; ; wait = Again)
        {
            await Task.Delay(wait, clock, done);
            await context.SendTypingAsync(done);
        }
    }
}
