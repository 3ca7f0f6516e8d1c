using System.Diagnostics;
using System.Globalization;
using GuidanceBot.Protocol;
using GuidanceBot.Protocol.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Benchmarks.Protocol;

/// <summary>The bot that is measured, in a process of its own: says back what it hears, without authentication, on loopback.</summary>
internal static class EchoBot
{
    /// <summary>Where the driver reads what the bot has used so far: CPU µs, bytes allocated, bytes resident.</summary>
    public const string UsagePath = "/usage";

    public static async Task RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Bot:DangerouslyAllowUnauthenticatedLoopback", "true")]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Services.AddProtocol(builder.Configuration).AddSingleton<ITurnHandler, Echo>();
        var app = builder.Build();
        app.MapBotMessages();
        app.MapGet(UsagePath, (HttpContext http) => http.Response.WriteAsync(Usage()));
        await app.RunAsync();
    }

    private static string Usage()
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime.TotalMicroseconds;
        return string.Create(CultureInfo.InvariantCulture, $"{cpu:F0} {GC.GetTotalAllocatedBytes()} {process.WorkingSet64}");
    }

    private sealed class Echo : ITurnHandler
    {
        public Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken) =>
            context.SendActivityAsync("Echo: " + context.Activity.TextForBot, cancellationToken);
    }
}
