using GuidanceBot.Generation;
using GuidanceBot.Host.CommandLine;
using GuidanceBot.Host.Telemetry;
using GuidanceBot.Host.WebChat;
using GuidanceBot.Knowledge;
using GuidanceBot.Protocol;
using GuidanceBot.Protocol.Health;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Teams;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace GuidanceBot.Host.Serving;

/// <summary>The bot over HTTP: the whole program on one screen, in the order a message meets it.</summary>
public static class BotServer
{
    /// <summary>Where it listens unless <c>--urls</c> or <c>ASPNETCORE_URLS</c> says otherwise.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,      // settings, words and guidance lie beside the program
        });
        builder.Configuration.AddSecretFiles();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        Identity.Require(builder);
        builder.Services.AddSingleton(TimeProvider.System)
            .AddProtocol(builder.Configuration)                             // who may call, what they may send
            .AddSingleton<TeamsInvokes>()
            .AddSingleton<ITurnHandler, TeamsTurn>()                        // an activity becomes a message, a reply an activity
            .AddTurns(builder.Configuration)                                // the turn: safety first, then the answer
            .AddState(builder.Configuration)                                // what is remembered: a turn wholly or not at all
            .AddKnowledge(builder.Configuration)                            // the guidance, indexed and searched
            .AddGenerationIfEnabled(builder.Configuration)                  // optional: a local encoder that finds other words for the same
            .AddTelemetryIfEnabled(builder.Configuration)                   // optional: figures, never words, to where operators look
            .AddWebChat(builder.Configuration, unlessSaid: builder.Environment.IsDevelopment())     // optional: a chat on the start page
            .AddHostedService<WarmUp>()                                     // read it before the first message, not with it
            .AddHealthChecks()
            .AddCheck<ContentHealth>("content", tags: [StateServices.ReadyTag])
            .AddCheck<IdentityHealth>("identity", tags: [StateServices.ReadyTag]);

        var app = builder.Build();
        app.MapBotMessages();                                               // POST /api/messages, and no other way in
        app.MapHealthChecks("/healthz");
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });     // it runs: restart it when not
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(StateServices.ReadyTag) });
        app.MapWebChat();
        app.MapStartPage();
        return app;
    }
}
