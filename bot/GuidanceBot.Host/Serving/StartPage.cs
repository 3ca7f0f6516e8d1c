using System.Net;
using GuidanceBot.Knowledge;
using GuidanceBot.Protocol;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Host.Serving;

/// <summary>What a browser shows at the bot's address: that it runs, and how to talk to it.</summary>
internal static class StartPage
{
    public static void MapStartPage(this WebApplication app) => app.MapGet("/", (
        GuidanceLibrary library, IOptions<BotOptions> bot, HttpRequest request) =>
    {
        var messages = $"{request.Scheme}://{request.Host}/api/messages";
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wording", "start-page.html"))
            .Replace("{{messages}}", WebUtility.HtmlEncode(messages), StringComparison.Ordinal)
            .Replace("{{documents}}", $"{library.Documents.Count}", StringComparison.Ordinal)
            .Replace("{{passages}}", $"{library.Passages.Count}", StringComparison.Ordinal)
            .Replace("{{faults}}", $"{library.Errors.Count}", StringComparison.Ordinal)
            .Replace("{{identity}}", WebUtility.HtmlEncode(Identity(bot.Value)), StringComparison.Ordinal);
        return Results.Content(page, "text/html; charset=utf-8");
    });

    private static string Identity(BotOptions bot) => bot switch
    {
        { AppId: { Length: > 0 } } => "registered: only its channel may call",
        { DangerouslyAllowUnauthenticatedLoopback: true } => "none: programs on this machine may call (development)",
        _ => "none: every call is refused until Bot:AppId is set",
    };
}
