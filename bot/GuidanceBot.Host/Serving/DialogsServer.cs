using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Host.CommandLine;
using GuidanceBot.Protocol;
using GuidanceBot.Protocol.Receiving;

namespace GuidanceBot.Host.Serving;

/// <summary>Serves any folder of adaptive dialogs: for those who write them, and for measuring the runtime. Development only.</summary>
internal static class DialogsServer
{
    /// <exception cref="WrongUseException">This is not Development, or the content has mistakes.</exception>
    public static WebApplication Build(string[] args, string folder, string root)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (!builder.Environment.IsDevelopment())
        {
            throw new WrongUseException("--dialogs is for development. Set ASPNETCORE_ENVIRONMENT=Development, or leave it out to serve the product.");
        }

        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(BotServer.DefaultUrl);
        }

        Identity.Require(builder);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddProtocol(builder.Configuration)
            .AddSingleton<ITurnHandler>(new DialogsTurn(Load(folder, root)));

        var app = builder.Build();
        app.MapBotMessages();
        return app;
    }

    private static DialogManager Load(string folder, string root)
    {
        if (!Directory.Exists(folder))
        {
            throw new WrongUseException($"There is no folder {Path.GetFullPath(folder)}. Give the folder that holds {root} with --dialogs.");
        }

        try
        {
            var resources = new ResourceExplorer().AddFolder(folder);
            return new DialogManager(resources.LoadAll(root), new DialogManagerOptions { Limits = resources.Limits });
        }
        catch (ContentException content)
        {
            throw new WrongUseException(string.Join(Environment.NewLine, content.Errors));
        }
    }
}
