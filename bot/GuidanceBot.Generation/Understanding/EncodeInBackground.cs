using GuidanceBot.Generation.Models;
using Microsoft.Extensions.Hosting;

namespace GuidanceBot.Generation.Understanding;

/// <summary>Encodes the guidance while the bot already answers, by words; when the encoder cannot be used it tries again later.</summary>
internal sealed class EncodeInBackground(GuidanceEncoding encoding, GenerationCounters counters, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            try
            {
                await encoding.CompleteAsync(null, stoppingToken);
                return;
            }
            catch (ModelUnavailableException trouble)
            {
                counters.Quoted(trouble.Trouble, "encoding the guidance");
                await Task.Delay(Rest, clock, stoppingToken);
            }
        }
    }
}
