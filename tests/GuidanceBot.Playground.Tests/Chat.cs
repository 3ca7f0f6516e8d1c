using System.Diagnostics;
using Microsoft.Playwright;

namespace GuidanceBot.Playground.Tests;

/// <summary>A personal chat with the bot, as a person has it: typing, pressing, reading.</summary>
public sealed class Chat(IPage page, Process bot, Process playground) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>Types a message, sends it, and waits until these words stand somewhere in the chat.</summary>
    public async Task SayAsync(string words, string expected)
    {
        var box = page.Locator("div[role=textbox][contenteditable=true]").First;
        await box.ClickAsync();
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await SeeAsync(expected);
    }

    /// <summary>Waits until these words can be seen; fails after the browser's own time limit.</summary>
    public Task SeeAsync(string words) =>
        page.GetByText(words).Last.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });

    public async Task<int> CountAsync(string words) => await page.GetByText(words).CountAsync();

    /// <summary>Presses the newest button that says this.</summary>
    public Task PressAsync(string title) => page.Locator($"button[aria-label=\"{title}\"]").Last.ClickAsync();

    /// <summary>Keeps what is on the screen, for people to look at, when <c>GUIDANCEBOT_TEST_SCREENSHOTS</c> names a folder.</summary>
    public async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GUIDANCEBOT_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await page.CloseAsync();
        foreach (var process in new[] { playground, bot })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
