using System.Net;
using GuidanceBot.Host.WebChat;
using GuidanceBot.Knowledge;
using GuidanceBot.Protocol;
using GuidanceBot.Protocol.Authentication;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Host.Serving;

/// <summary>What a browser shows at the bot's address: that it runs, and how to talk to it.</summary>
/// <remarks>The words are in <c>bot/wording/start-page.html</c>, where comments enclose the parts that are shown only when they apply.</remarks>
internal static class StartPage
{
    /// <summary>The page runs no script but ours and npm's, and talks to nobody but this bot.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapStartPage(this WebApplication app) => app.MapGet("/", (
        HttpContext http, GuidanceLibrary library, IOptions<BotOptions> bot, IOptions<WebChatOptions> chat) =>
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        var messages = $"{http.Request.Scheme}://{http.Request.Host}/api/messages";
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wording", "start-page.html"));
        page = Show(page, "chat", IsShown(chat.Value, http) && IsBuilt(chat.Value));
        page = Show(page, "chat-missing", IsShown(chat.Value, http) && !IsBuilt(chat.Value))
            .Replace("{{messages}}", WebUtility.HtmlEncode(messages), StringComparison.Ordinal)
            .Replace("{{documents}}", $"{library.Documents.Count}", StringComparison.Ordinal)
            .Replace("{{passages}}", $"{library.Passages.Count}", StringComparison.Ordinal)
            .Replace("{{faults}}", $"{library.Errors.Count}", StringComparison.Ordinal)
            .Replace("{{identity}}", WebUtility.HtmlEncode(Identity(bot.Value)), StringComparison.Ordinal);
        return Results.Content(page, "text/html; charset=utf-8");
    });

    /// <summary>Where there is a secret, a page must not know it: then the chat belongs on a page of one's own.</summary>
    private static bool IsShown(WebChatOptions chat, HttpContext http) => chat is { Enabled: true, Secret: null } && ThisMachine.Calls(http);

    private static bool IsBuilt(WebChatOptions chat) => File.Exists(WebChatServices.PathOf(chat));

    /// <summary>Leaves the part out, or its marks only.</summary>
    private static string Show(string page, string part, bool shown)
    {
        var (begin, end) = ($"<!-- {part} -->", $"<!-- /{part} -->");
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
        return shown ? page.Replace(begin, "", StringComparison.Ordinal).Replace(end, "", StringComparison.Ordinal)
            : string.Concat(page.AsSpan(0, from), page.AsSpan(to + end.Length));
    }

    private static string Identity(BotOptions bot) => bot switch
    {
        { AppId: { Length: > 0 } } => "registered: only its channel may call",
        { DangerouslyAllowUnauthenticatedLoopback: true } => "none: programs on this machine may call (development)",
        _ => "none: every call is refused until Bot:AppId is set",
    };
}
