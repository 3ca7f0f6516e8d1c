using System.CommandLine;
using System.IO.Compression;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot package --app-id ID --out FILE</c>: the app that a Teams administrator uploads.</summary>
internal static class PackageVerb
{
    /// <summary>Stands for an address until the partnership has one: Teams takes it, an administrator should not.</summary>
    private const string NoWebsite = "https://example.org";

    private static readonly string[] Icons = ["color.png", "outline.png"];

    public static Command Create(Terminal terminal)
    {
        var app = new Option<string>("--app-id") { Description = "The application id of the bot's registration, a GUID.", Required = true };
        var bot = new Option<string?>("--bot-id") { Description = "The bot's id, when it is not the application's." };
        var website = new Option<string>("--website")
        {
            Description = "The https address under which /privacy and /terms stand.",
            DefaultValueFactory = _ => NoWebsite,
        };
        var output = new Option<FileInfo>("--out") { Description = "The zip file to write.", Required = true };
        var command = new Command("package", "Make the zip file that a Teams administrator uploads.") { app, bot, website, output };

        command.SetAction(parsed =>
        {
            var appId = IdIn(parsed.GetValue(app)!, "--app-id");
            var botId = parsed.GetValue(bot) is { } other ? IdIn(other, "--bot-id") : appId;
            var site = parsed.GetValue(website)!.TrimEnd('/');
            if (!Uri.TryCreate(site, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            {
                throw new WrongUseException($"--website is '{site}', which is no https address. Give one such as https://safeguarding.example.org.");
            }

            var file = parsed.GetValue(output)!;
            Write(file, appId, botId, site);
            terminal.Out.WriteLine($"Wrote {file.FullName}. Upload it in the Teams admin centre, or in Teams under Apps, Manage your apps.");
            if (site == NoWebsite)
            {
                terminal.Error.WriteLine("Its addresses for privacy and terms are placeholders: give your own with --website before people get it.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(FileInfo file, string appId, string botId, string website)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "teams");
        var manifest = File.ReadAllText(Path.Combine(folder, "manifest.json"))
            .Replace("{{APP_ID}}", appId, StringComparison.Ordinal)
            .Replace("{{BOT_ID}}", botId, StringComparison.Ordinal)
            .Replace("{{WEBSITE}}", website, StringComparison.Ordinal);

        file.Directory?.Create();
        using var zip = new ZipArchive(file.Create(), ZipArchiveMode.Create);
        using (var entry = new StreamWriter(zip.CreateEntry("manifest.json").Open()))
        {
            entry.Write(manifest);
        }

        foreach (var icon in Icons)
        {
            zip.CreateEntryFromFile(Path.Combine(folder, icon), icon);
        }
    }

    private static string IdIn(string text, string option) => Guid.TryParseExact(text, "D", out var id)
        ? id.ToString("D")
        : throw new WrongUseException($"{option} is '{text}', which is no GUID. Use the application id that the bot's registration shows.");
}
