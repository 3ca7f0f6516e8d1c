using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GuidanceBot.Playground.Tests.PlaygroundFixture))]

namespace GuidanceBot.Playground.Tests;

/// <summary>The bot as it is served, the unmodified Agents Playground before it, and a browser with a fresh profile.</summary>
/// <remarks>
/// Needs two programs, named by environment variables that <c>.ci/run</c> sets: without them the tests are skipped, and say so.
/// The Playground gives each of its starts the same conversations, so each test has a bot and a Playground of its own.
/// </remarks>
public sealed class PlaygroundFixture : IAsyncLifetime
{
    private static readonly string? Chromium = Environment.GetEnvironmentVariable("GUIDANCEBOT_TEST_CHROMIUM");
    private static readonly string? WebChatScript = Environment.GetEnvironmentVariable("GUIDANCEBOT_TEST_WEBCHAT");
    private static readonly string? Program = Environment.GetEnvironmentVariable("GUIDANCEBOT_TEST_PLAYGROUND");

    private static readonly string[] BrowserArguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null || Program is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = BrowserArguments });
    }

    /// <summary>Opens a personal chat with a bot that has just been started.</summary>
    public async Task<Chat> OpenAsync()
    {
        Assert.SkipWhen(_browser is null, "Set GUIDANCEBOT_TEST_CHROMIUM and GUIDANCEBOT_TEST_PLAYGROUND to the programs; .ci/run installs and sets them.");
        var (botPort, playgroundPort) = (FreePort(), FreePort());
        var bot = Start(Path.Combine(AppContext.BaseDirectory, "guidancebot"), ["serve", "--urls", $"http://127.0.0.1:{botPort}", "--State:Provider=Memory"]);
        var playground = Start(Program!, ["start", "-e", $"http://127.0.0.1:{botPort}/api/messages", "-c", "msteams", "-p", $"{playgroundPort}", "--disable-telemetry"]);
        await AnswersAsync($"http://127.0.0.1:{botPort}/healthz");
        await AnswersAsync($"http://127.0.0.1:{playgroundPort}/");

        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1000, Height = 1100 } });
        page.SetDefaultTimeout(120_000);      // a slow machine is not a fault of the bot
        await page.GotoAsync($"http://127.0.0.1:{playgroundPort}/");
        await page.Locator("button[title=\"Hide log panel\"]").ClickAsync();
        return new Chat(page, bot, playground);
    }

    /// <summary>Opens the bot's start page, with the chat on it.</summary>
    /// <param name="width">Of the window, in CSS pixels.</param>
    public async Task<StartPage> OpenStartPageAsync(int width)
    {
        Assert.SkipWhen(_browser is null || WebChatScript is null, "Set GUIDANCEBOT_TEST_CHROMIUM to the browser and GUIDANCEBOT_TEST_WEBCHAT to npm's webchat.js; .ci/run gets and sets them.");
        var url = $"http://127.0.0.1:{FreePort()}";
        var bot = Start(Path.Combine(AppContext.BaseDirectory, "guidancebot"), ["serve", "--urls", url, "--State:Provider=Memory", $"--WebChat:ScriptPath={WebChatScript}"]);
        await AnswersAsync($"{url}/healthz");
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        page.SetDefaultTimeout(120_000);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(url);
        return new StartPage(page, bot, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };     // read, so that it never waits for us
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task AnswersAsync(string url)
    {
        using var http = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
