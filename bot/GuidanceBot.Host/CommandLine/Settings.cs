using GuidanceBot.Knowledge;

namespace GuidanceBot.Host.CommandLine;

/// <summary>Reads the settings as the web host does: files beside the program, then the environment and secret files, then the command line.</summary>
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
        .AddSecretFiles()
        .AddCommandLine(arguments)
        .Build();

    /// <summary>A container's secrets: the folder that <c>GUIDANCEBOT_SECRETS</c> names, one file a setting (<c>Bot__ClientSecret</c>).</summary>
    /// <exception cref="WrongUseException">The folder is not there: a secret that was meant to be mounted is not.</exception>
    public static IConfigurationBuilder AddSecretFiles(this IConfigurationBuilder builder) =>
        Environment.GetEnvironmentVariable("GUIDANCEBOT_SECRETS") is not { Length: > 0 } folder ? builder
        : Directory.Exists(folder) ? builder.AddKeyPerFile(Path.GetFullPath(folder), optional: false)
        : throw new WrongUseException($"GUIDANCEBOT_SECRETS is '{folder}', and there is no such folder. Mount the secrets there, or leave the variable out.");

    /// <summary>The <c>Knowledge</c> section, for verbs that work on files without the rest of the program.</summary>
    public static KnowledgeOptions Knowledge() =>
        Load([]).GetSection(KnowledgeOptions.Section).Get<KnowledgeOptions>() ?? new KnowledgeOptions();
}
