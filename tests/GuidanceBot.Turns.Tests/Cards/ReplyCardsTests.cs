using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Tests.Teams;

namespace GuidanceBot.Turns.Tests.Cards;

/// <summary>Every card the bot can send, held to <see cref="CardRules"/>.</summary>
public sealed class ReplyCardsTests
{
    private static readonly ReplyCards Cards = new(SomeReplies.Wording);

    public static TheoryData<string> Kinds => [.. SomeReplies.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_card_keeps_the_rules(string kind)
    {
        var card = Cards.Whole(SomeReplies.All[kind], new Person(), "nonce").ToJson();

        Assert.Empty(CardRules.Check(card));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_buttons_under_an_answer_keep_the_rules(string kind)
    {
        if (Cards.Next(SomeReplies.All[kind], "nonce") is { } card)
        {
            Assert.Empty(CardRules.Check(card.ToJson()));
        }
        else
        {
            Assert.DoesNotContain(SomeReplies.All[kind].Contacts, contact => char.IsAsciiDigit(contact.Reach[0]));
            Assert.Empty(SomeReplies.All[kind].Suggestions);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_that_is_said_stands_on_the_card_or_on_its_buttons(string kind)
    {
        var reply = SomeReplies.All[kind];
        var card = Cards.Whole(reply, new Person(), "nonce");

        Assert.Equal(reply.Text, card.FallbackText);
        var shown = Strings(card.ToJson()["body"]!).Concat(card.Actions.Select(action => action.Title)).ToArray();
        Assert.All(reply.Text.Split("\n\n"), paragraph => Assert.Contains(paragraph, shown.Select(text => text.Replace("\n\n", "\n", StringComparison.Ordinal))));
    }

    [Fact]
    public void Cards_of_any_choices_and_contacts_keep_the_rules() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12], Gen.Int[0, 12]).Sample((choices, contacts, suggestions) =>
        {
            var reply = SomeReplies.Step([.. Enumerable.Range(1, choices).Select(n => $"Answer {n}")]) with
            {
                Contacts = [.. Enumerable.Range(100, contacts).Select(n => SomeReplies.Contact($"Team {n}", $"01332 000{n}"))],
                Suggestions = [.. Enumerable.Range(1, suggestions).Select(n => $"Question {n}")],
            };
            Assert.Empty(CardRules.Check(Cards.Whole(reply, new Person(), "nonce").ToJson()));
            Assert.Empty(CardRules.Check(Cards.Whole(reply with { Pathway = null, Status = ReplyStatus.Emergency }, new Person(), "nonce").ToJson()));
            if (Cards.Next(reply with { Pathway = null }, "nonce") is { } next)
            {
                Assert.Empty(CardRules.Check(next.ToJson()));
            }
        });

    [Fact]
    public void An_emergency_leads_with_999_and_a_button_that_rings_it()
    {
        var card = Cards.Whole(SomeReplies.All["emergency"], new Person(), "nonce").ToJson();

        Assert.Contains("999", (string?)card["body"]![0]!["items"]![0]!["text"], StringComparison.Ordinal);
        Assert.Equal("tel:999", (string?)card["actions"]![0]!["url"]);
    }

    [Theory]
    [InlineData("Yes", "No", "Not known")]
    [InlineData("1", "2", "3", "4", "5", "6", "7", "8")]
    [InlineData("Yes", "An answer that is so long that no button on a telephone could ever show it")]
    public void Every_answer_of_a_step_can_be_pressed_and_says_its_own_words(params string[] choices)
    {
        var card = Cards.Whole(SomeReplies.Step(choices), new Person(), "nonce").ToJson();

        Assert.Equal(choices, choices.Select(choice => Press(card, choice)?.Words));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(Area.Derby, false)]
    public void The_welcome_asks_who_you_are_only_when_it_does_not_know(Area? area, bool asks)
    {
        var card = Cards.Whole(SomeReplies.All["welcome"], new Person(Area: area), "nonce");

        Assert.Equal(asks, card.Body.OfType<ChoiceSet>().Any());
    }

    [Fact]
    public void An_answered_question_shows_what_was_chosen_and_no_buttons()
    {
        var card = Cards.Answered("Where does the baby sleep?", "On the sofa").ToJson();

        Assert.Empty(CardRules.Check(card));
        Assert.Empty(card["actions"]!.AsArray());
        Assert.Contains("On the sofa", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Without_universal_actions_every_button_still_says_its_words(string kind)
    {
        var card = Cards.Whole(SomeReplies.All[kind], new Person(), "nonce");

        var plain = card.WithoutUniversalActions().ToJson();

        Assert.DoesNotContain("Action.Execute", plain.ToJsonString(), StringComparison.Ordinal);
        var asks = card.Body.OfType<ChoiceSet>().Any();
        Assert.All(Buttons(plain).Where(button => (string?)button["type"] == "Action.Submit"), button => Assert.Equal(
            asks ? JsonValueKind.Object : JsonValueKind.String, button["data"]!.GetValueKind()));
        Assert.Equal(Buttons(card.ToJson()).Select(button => (string?)button["title"]), Buttons(plain).Select(button => (string?)button["title"]));
    }

    [Fact]
    public void A_reply_with_nothing_to_press_offers_a_way_on()
    {
        var card = Cards.Whole(SomeReplies.All["declined"], new Person(), "nonce");

        Assert.Equal(SomeReplies.Wording.Phrases("WayOnButtons"), card.Actions.Select(action => action.Title));
    }

    [Fact]
    public void A_contact_without_a_telephone_has_a_page_to_open()
    {
        var reply = SomeReplies.All["needs a person"] with { Contacts = [SomeReplies.Contact("Manual", "https://example.org/manual")] };

        var button = Assert.IsType<OpenUrlAction>(Assert.Single(Cards.Whole(reply, new Person(), "nonce").Actions));

        Assert.Equal("https://example.org/manual", button.Url);
    }

    [Fact]
    public void Others_are_not_asked_who_they_are()
    {
        Assert.Empty(Cards.Whole(SomeReplies.All["welcome"], new Person(), "nonce", toMany: true).Body.OfType<ChoiceSet>());
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(6, 1)]
    public void A_crew_sees_the_short_form_and_three_buttons(int contacts, int suggestions)
    {
        var reply = SomeReplies.All["answer"] with
        {
            Brief = "Short.",
            Contacts = [.. Enumerable.Range(0, contacts).Select(n => SomeReplies.Contact($"Team {n}", $"0133200000{n}"))],
            Suggestions = ["more", "a", "b", "c", "d"],
        };

        var shown = ReplyCards.ForCrew(reply);

        Assert.Equal(("Short.", Math.Min(contacts, 2), suggestions), (shown.Text, shown.Contacts.Count, shown.Suggestions.Count));
        Assert.Same(SomeReplies.All["emergency"], ReplyCards.ForCrew(SomeReplies.All["emergency"]));
    }

    /// <summary>What pressing the button or row that says this would say.</summary>
    private static CardPress? Press(JsonObject card, string words) =>
        CardPress.FromData(JsonSerializer.SerializeToElement(Buttons(card).Single(button => (string?)button["title"] == words)["data"]));

    private static IEnumerable<JsonNode> Buttons(JsonObject card) => card["actions"]!.AsArray()
        .Concat(card["body"]!.AsArray().Select(element => element!["selectAction"]))
        .OfType<JsonNode>();

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonArray array => array.SelectMany(item => Strings(item!)),
        JsonObject item => item.SelectMany(property => Strings(property.Value!)),
        _ => [],
    };
}
