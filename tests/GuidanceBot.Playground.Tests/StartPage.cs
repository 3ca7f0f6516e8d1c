using System.Diagnostics;
using Microsoft.Playwright;

namespace GuidanceBot.Playground.Tests;

/// <summary>The bot's own page, with the chat on it.</summary>
/// <param name="page">In the browser.</param>
/// <param name="bot">The program that serves it.</param>
/// <param name="complaints">What the browser found wrong with the page.</param>
public sealed class StartPage(IPage page, Process bot, IReadOnlyList<string> complaints) : IAsyncDisposable
{
    public IPage Page => page;

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Types a message, sends it, and waits until these words stand in the chat.</summary>
    public async Task SayAsync(string words, string expected)
    {
        await page.Locator("[data-id=webchat-sendbox-input]").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await SeeAsync(expected);
    }

    public Task SeeAsync(string words) =>
        page.Locator("#webchat").GetByText(words).Last.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });

    public Task PressAsync(string title) =>
        page.Locator("#webchat").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = title, Exact = true }).Last.ClickAsync();

    /// <summary>Keeps what is on the screen, for people to look at, when <c>GUIDANCEBOT_TEST_SCREENSHOTS</c> names a folder.</summary>
    public async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GUIDANCEBOT_TEST_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await page.CloseAsync();
        bot.Kill(entireProcessTree: true);
        await bot.WaitForExitAsync();
        bot.Dispose();
    }
}
