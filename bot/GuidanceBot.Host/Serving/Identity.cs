using GuidanceBot.Host.CommandLine;

namespace GuidanceBot.Host.Serving;

/// <summary>Who the bot is decides who may call it; a server that nobody could call, or anybody, is not started.</summary>
internal static class Identity
{
    private const string AppId = "Bot:AppId";
    private const string Dangerous = "Bot:DangerouslyAllowUnauthenticatedLoopback";

    /// <summary>
    /// In Development, which is what <c>dotnet run</c> starts, programs on this machine may call without a token, so that the README's
    /// first command is a bot one can talk to. Anywhere else the bot has a registration, or does not start.
    /// </summary>
    /// <exception cref="WrongUseException">There is no registration.</exception>
    public static void Require(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (!string.IsNullOrWhiteSpace(settings[AppId]) || settings[Dangerous] is not null)
        {
            return;
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new WrongUseException(
                $"{AppId} is not set, so nobody could call the bot. Set it to the application id of the bot's registration " +
                $"(environment variable Bot__AppId), or run in Development on this machine (ASPNETCORE_ENVIRONMENT=Development).");
        }

        settings[Dangerous] = "true";
    }
}
