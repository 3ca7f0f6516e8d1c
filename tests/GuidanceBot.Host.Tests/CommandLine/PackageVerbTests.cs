using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using GuidanceBot.Host.CommandLine;

namespace GuidanceBot.Host.Tests.CommandLine;

/// <summary>The Teams app, held to what manifest schema 1.30 and Teams ask for.</summary>
public sealed partial class PackageVerbTests : IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string BotId = "99999999-2222-3333-4444-555555555555";

    private static readonly string[] Allowed =
        ["$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor", "bots", "composeExtensions", "validDomains"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_zip_holds_a_manifest_with_the_ids_and_two_icons_of_the_right_size()
    {
        using var zip = await PackageAsync("--bot-id", BotId, "--website", "https://kbs.example.org/");

        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal((192, 192), SizeOf(zip, "color.png"));
        Assert.Equal((32, 32), SizeOf(zip, "outline.png"));

        using var manifest = Manifest(zip);
        var app = manifest.RootElement;
        Assert.Equal(AppId, app.GetProperty("id").GetString());
        Assert.Equal(BotId, app.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal(BotId, app.GetProperty("composeExtensions")[0].GetProperty("botId").GetString());
        Assert.Equal("https://kbs.example.org/privacy", app.GetProperty("developer").GetProperty("privacyUrl").GetString());
        Assert.DoesNotContain("{{", app.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_keeps_the_limits_of_its_schema()
    {
        using var zip = await PackageAsync();
        using var manifest = Manifest(zip);
        var app = manifest.RootElement;

        Assert.Empty(app.EnumerateObject().Select(property => property.Name).Except(Allowed));
        Assert.Equal("1.30", app.GetProperty("manifestVersion").GetString());
        Assert.Contains("/v1.30/", app.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Matches(Version(), app.GetProperty("version").GetString());
        Assert.Matches(Colour(), app.GetProperty("accentColor").GetString());
        AtMost(app.GetProperty("developer"), ("name", 32), ("websiteUrl", 2048), ("privacyUrl", 2048), ("termsOfUseUrl", 2048));
        AtMost(app.GetProperty("name"), ("short", 30), ("full", 100));
        AtMost(app.GetProperty("description"), ("short", 80), ("full", 4000));

        var bot = Assert.Single(app.GetProperty("bots").EnumerateArray());
        var list = Assert.Single(bot.GetProperty("commandLists").EnumerateArray());
        Assert.InRange(list.GetProperty("commands").GetArrayLength(), 1, 12);
        Assert.All(list.GetProperty("commands").EnumerateArray(), command => AtMost(command, ("title", 128), ("description", 4000)));

        var extension = Assert.Single(app.GetProperty("composeExtensions").EnumerateArray());
        Assert.All(extension.GetProperty("commands").EnumerateArray(), command =>
        {
            AtMost(command, ("id", 64), ("title", 32), ("description", 128));
            if (command.GetProperty("type").GetString() == "query")
            {
                AtMost(Assert.Single(command.GetProperty("parameters").EnumerateArray()), ("name", 64), ("title", 32), ("description", 128));
            }
        });
    }

    [Theory]
    [InlineData("no id", "https://kbs.example.org", "no GUID")]
    [InlineData(AppId, "http://kbs.example.org", "no https address")]
    [InlineData(AppId, "kbs", "no https address")]
    public async Task A_wrong_id_or_address_is_named_and_nothing_is_written(string id, string website, string named)
    {
        var (code, error) = await RunAsync("--app-id", id, "--website", website);

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFiles());
    }

    private string ZipPath => Path.Combine(_folder.FullName, "app.zip");

    private async Task<ZipArchive> PackageAsync(params string[] more)
    {
        var (code, error) = await RunAsync(["--app-id", AppId, .. more]);
        Assert.True(code == ExitCode.Done, error);
        return await ZipFile.OpenReadAsync(ZipPath, TestContext.Current.CancellationToken);
    }

    private async Task<(int Code, string Error)> RunAsync(params string[] options)
    {
        using var error = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, error, TextReader.Null, IsInteractive: false);
        var code = await GuidanceBotCommand.RunAsync(["package", "--out", ZipPath, .. options], terminal, TestContext.Current.CancellationToken);
        return (code, error.ToString());
    }

    private static JsonDocument Manifest(ZipArchive zip)
    {
        using var stream = zip.GetEntry("manifest.json")!.Open();
        return JsonDocument.Parse(stream);
    }

    private static void AtMost(JsonElement item, params (string Name, int Length)[] limits) =>
        Assert.All(limits, limit => Assert.InRange(item.GetProperty(limit.Name).GetString()!.Length, 1, limit.Length));

    /// <summary>Width and height stand in a PNG's first chunk.</summary>
    private static (int Width, int Height) SizeOf(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        Span<byte> header = stackalloc byte[24];
        stream.ReadExactly(header);
        return (BinaryPrimitives.ReadInt32BigEndian(header[16..]), BinaryPrimitives.ReadInt32BigEndian(header[20..]));
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex("^#[0-9A-F]{6}$")]
    private static partial Regex Colour();
}
