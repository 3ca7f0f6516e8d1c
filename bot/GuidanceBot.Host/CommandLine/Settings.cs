using GuidanceBot.Knowledge;

namespace GuidanceBot.Host.CommandLine;

/// <summary>Reads the settings as the web host does: files beside the program, then the environment, then the command line.</summary>
internal static class Settings
{
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environments.Production;

    public static IConfiguration Load(string[] arguments) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddJsonFile($"appsettings.{EnvironmentName}.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(arguments)
        .Build();

    /// <summary>The <c>Knowledge</c> section, for verbs that work on files without the rest of the program.</summary>
    public static KnowledgeOptions Knowledge() =>
        Load([]).GetSection(KnowledgeOptions.Section).Get<KnowledgeOptions>() ?? new KnowledgeOptions();
}
