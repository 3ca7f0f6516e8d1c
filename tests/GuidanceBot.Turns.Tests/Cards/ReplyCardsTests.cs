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
        Assert.All(reply.Text.Split("\n\n"), paragraph => Assert.Contains(paragraph, shown));
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

    /// <summary>Presses the button that says this, or chooses it in the list and presses the one below.</summary>
    private static CardPress? Press(JsonObject card, string words)
    {
        var actions = card["actions"]!.AsArray();
        var button = actions.FirstOrDefault(action => (string?)action!["title"] == words) ?? actions[0];
        var data = button!["data"]!.DeepClone();
        if (card["body"]!.AsArray().Any(element => (string?)element!["type"] == "Input.ChoiceSet"))
        {
            data[CardPress.ChoiceField] = words;
        }

        return CardPress.FromData(JsonSerializer.SerializeToElement(data));
    }

    private static IEnumerable<string> Strings(JsonNode node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonArray array => array.SelectMany(item => Strings(item!)),
        JsonObject item => item.SelectMany(property => Strings(property.Value!)),
        _ => [],
    };
}
