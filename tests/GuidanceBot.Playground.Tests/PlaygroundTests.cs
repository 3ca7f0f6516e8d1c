namespace GuidanceBot.Playground.Tests;

/// <summary>What a person sees in the Agents Playground.</summary>
public sealed class PlaygroundTests(PlaygroundFixture playground)
{
    [Fact]
    public async Task The_bot_welcomes_once_answers_with_citations_and_follows_up()
    {
        await using var chat = await playground.OpenAsync();
        await chat.SeeAsync("I quote Derby and Derbyshire guidance");
        await chat.KeepAsync("welcome");

        await chat.SayAsync("how soon is the first core group?", "within 10 working days");
        Assert.True(await chat.Page.Locator("button[aria-label=Like]").CountAsync() > 0);
        Assert.Equal(0, await chat.CountAsync("[1]"));       // a mark that became a citation is no text any more
        await chat.KeepAsync("answer");

        await chat.SayAsync("and who do I ring in Derby about it?", "Derby Initial Response Team");
        await chat.KeepAsync("follow-up");
        Assert.Equal(1, await chat.CountAsync("I quote Derby and Derbyshire guidance"));
    }

    [Fact]
    public async Task A_button_says_its_words_once()
    {
        await using var chat = await playground.OpenAsync();
        await chat.SeeAsync("I quote Derby and Derbyshire guidance");

        await chat.PressAsync("contacts");
        await chat.SeeAsync("Who to call");
        await chat.Page.Locator("button[aria-label=\"Ring 999\"]").Last.WaitForAsync();
        await chat.KeepAsync("contacts");

        await chat.PressAsync("contacts");
        await chat.SayAsync("how soon is the first core group?", "within 10 working days");
        Assert.Equal(1, await chat.CountAsync("Who to call"));
    }

    [Fact]
    public async Task An_emergency_in_the_middle_of_a_pathway_leads_with_999_and_the_pathway_goes_on()
    {
        await using var chat = await playground.OpenAsync();
        await chat.SeeAsync("I quote Derby and Derbyshire guidance");
        await chat.PressAsync("co-sleeping");
        await chat.SeeAsync("Please leave out names, addresses, dates of birth");
        await chat.KeepAsync("pathway");

        await chat.SayAsync("baby is blue and not breathing", "Ring 999 now");
        await chat.Page.Locator("button[aria-label=\"Ring 999\"]").Last.WaitForAsync();
        await chat.SeeAsync("are kept. When it is safe");
        await chat.KeepAsync("emergency");
    }

    [Fact]
    public async Task A_search_from_the_compose_box_finds_guidance()
    {
        await using var chat = await playground.OpenAsync();
        await chat.SeeAsync("I quote Derby and Derbyshire guidance");

        await chat.PressAsync("Trigger Message Extension App");
        await chat.Page.GetByText("Search Command").ClickAsync();
        await chat.Page.GetByPlaceholder("Enter a search term").FillAsync("sofa");
        await chat.SeeAsync("Is it safe to fall asleep with a baby on a sofa?");
        await chat.KeepAsync("search");
    }

    [Fact]
    public async Task Nothing_on_a_card_is_wider_than_the_card()
    {
        await using var chat = await playground.OpenAsync();
        await chat.SeeAsync("I quote Derby and Derbyshire guidance");
        await chat.SayAsync("who do I ring in Derby about a baby at risk?", "Who to call");
        await chat.Page.Locator("button[aria-label=\"Ring 999\"]").Last.WaitForAsync();
        await chat.KeepAsync("card");

        var wide = await chat.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.ac-adaptiveCard *')].filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && e.clientWidth > 0).map(e => e.className + ': ' + e.innerText)");
        Assert.Empty(wide);
    }
}
