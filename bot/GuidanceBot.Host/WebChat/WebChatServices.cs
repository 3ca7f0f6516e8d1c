using Microsoft.Extensions.Options;

namespace GuidanceBot.Host.WebChat;

/// <summary>Adds the chat on the start page, where it is switched on.</summary>
internal static class WebChatServices
{
    /// <summary>The page's own script, and npm's.</summary>
    public const string PageScript = "/web-chat-page.js";

    /// <inheritdoc cref="PageScript"/>
    public const string Script = "/webchat.js";

    private const string JavaScript = "text/javascript; charset=utf-8";

    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration, bool unlessSaid)
    {
        services.AddOptions<WebChatOptions>()
            .Configure(options => options.Enabled = unlessSaid)
            .Bind(configuration.GetSection(WebChatOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<DirectLineConversations>().AddSingleton<DirectLine>();
    }

    public static void MapWebChat(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<WebChatOptions>>().Value;
        if (!options.Enabled)
        {
            return;
        }

        app.Services.GetRequiredService<DirectLine>().Map(app);
        app.MapGet(PageScript, () => Results.Stream(
            typeof(WebChatServices).Assembly.GetManifestResourceStream("web-chat-page.js")!, JavaScript));
        app.MapGet(Script, () => File.Exists(PathOf(options)) ? Results.File(PathOf(options), JavaScript) : Results.NotFound());
    }

    /// <summary>Where npm's script lies, whether it is there or not.</summary>
    public static string PathOf(WebChatOptions options) => Path.Combine(AppContext.BaseDirectory, options.ScriptPath);
}
