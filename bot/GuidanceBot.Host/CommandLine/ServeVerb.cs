using System.CommandLine;
using GuidanceBot.Host.Serving;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot</c> or <c>guidancebot serve</c>: the bot over HTTP.</summary>
internal static class ServeVerb
{
    public static Command Create(Terminal terminal)
    {
        var dialogs = new Option<string?>("--dialogs")
        {
            Description = "Development only: serve the adaptive dialogs of this folder instead of the product.",
        };
        var root = new Option<string>("--root")
        {
            Description = "With --dialogs: the dialog that a conversation begins with.",
            DefaultValueFactory = _ => "main.dialog",
        };
        var command = new Command("serve", "Run the bot on http://localhost:3978 (--urls changes that).") { dialogs, root };
        command.TreatUnmatchedTokensAsErrors = false;      // ASP.NET Core's own settings: --urls, --Bot:AppId …

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var app = parsed.GetValue(dialogs) is { } folder
                ? DialogsServer.Build([.. parsed.UnmatchedTokens], folder, parsed.GetValue(root)!)
                : BotServer.Build([.. parsed.UnmatchedTokens]);
            await using (app)
            {
                await app.RunAsync(cancellationToken);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
