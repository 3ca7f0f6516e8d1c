namespace GuidanceBot.Playground.Tests;

/// <summary>What a person sees on the bot's own page, on a desk and on a telephone.</summary>
public sealed class StartPageTests(PlaygroundFixture browser)
{
    [Theory]
    [InlineData(1000)]
    [InlineData(360)]
    public async Task The_chat_on_the_page_welcomes_answers_and_takes_presses(int width)
    {
        await using var start = await browser.OpenStartPageAsync(width);
        await start.SeeAsync("I quote Derby and Derbyshire guidance");
        await start.KeepAsync($"page-welcome-{width}");

        await start.SayAsync("how soon is the first core group?", "within 10 working days");
        await start.KeepAsync($"page-answer-{width}");

        await start.PressAsync("contacts");
        await start.SeeAsync("Who to call");
        await start.SayAsync("crew", "Why are you on scene?");
        await start.PressAsync("Moving a baby");
        await start.SeeAsync("A restraint for this weight on board?");
        await start.KeepAsync($"page-pathway-{width}");

        Assert.Empty(start.Complaints);
        Assert.Equal(0, await start.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }
}
