using GuidanceBot.Turns;

namespace GuidanceBot.Host.Serving;

/// <summary>Reads the guidance and asks one question before the server takes any, so that nobody waits for it.</summary>
internal sealed class WarmUp(IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken) =>
        await services.GetRequiredService<TurnBoundary>().ReplyToAsync("Where should a baby sleep?", new Conversation { QuotesOnly = true }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
