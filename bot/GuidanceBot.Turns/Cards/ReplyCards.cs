using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Cards;

/// <summary>Makes the card of a reply. What it says stands in the reply; the card adds buttons, and numbers that ring when pressed.</summary>
/// <remarks>Every button says words that do the same when they are typed. The titles are in <c>bot/wording/cards.lg</c>.</remarks>
public sealed class ReplyCards(BotWording wording)
{
    /// <summary>Telephone buttons on an answer; an emergency may use all.</summary>
    private const int MostCalls = 3;

    /// <summary>UTF-16 code units that a button shows on a telephone; more is cut off there.</summary>
    private const int LongestTitle = 42;

    private readonly string _welcome = wording.Say("Welcome");
    private readonly string _contactsHeading = wording.Say("ContactsHeading");

    /// <summary>The whole reply as a card.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="person">Who reads: what they have told is not asked again.</param>
    /// <param name="nonce">Names the card; new for each.</param>
    public AdaptiveCard Whole(Reply reply, Person person, string nonce) => reply switch
    {
        { Status: ReplyStatus.Emergency } => Emergency(reply),
        { Pathway: { Ended: false } place } => Step(reply, place, nonce),
        { Pathway: { } place } => Card(reply, nonce, [Title(place.Title), .. Text(reply.Text)]),
        { Status: ReplyStatus.Welcome } when reply.Text.EndsWith(_welcome, StringComparison.Ordinal) => Welcome(reply, person, nonce),
        _ => Card(reply, nonce, [.. Text(reply.Text)]),
    };

    /// <summary>What goes under an answer that is a message: whom to ring and what to ask next.</summary>
    /// <returns>Null when there is nothing to press.</returns>
    public AdaptiveCard? Next(Reply reply, string nonce)
    {
        var actions = Actions(reply, nonce);
        return actions.Count == 0
            ? null
            : new AdaptiveCard
            {
                FallbackText = string.Join('\n', [wording.Say("CardNext"), .. actions.Select(action => $"- {action.Tooltip ?? action.Title}")]),
                Body = [new TextBlock(wording.Say("CardNext")) { IsSubtle = true }],
                Actions = actions,
            };
    }

    /// <summary>What takes the place of a question that has been answered: what was chosen, and no buttons.</summary>
    public AdaptiveCard Answered(string question, string words)
    {
        var chosen = wording.Say("CardChosen", ("words", words));
        return new AdaptiveCard { FallbackText = $"{question}\n\n{chosen}", Body = [new TextBlock(question), new TextBlock(chosen) { Weight = "bolder" }] };
    }

    private AdaptiveCard Emergency(Reply reply)
    {
        var paragraphs = CardText.Paragraphs(reply.Text).ToArray();
        var (lead, then) = CardText.Lead(paragraphs[0]);
        return new AdaptiveCard
        {
            FallbackText = reply.Text,
            Body =
            [
                new Container([new TextBlock(lead) { Weight = "bolder", Size = "medium", Style = "heading" }, .. then]) { Style = "attention" },
                .. paragraphs.Skip(1).Select(paragraph => new TextBlock(paragraph)),
            ],
            Actions = [.. Calls(reply, AdaptiveCard.MostActions)],
        };
    }

    private AdaptiveCard Step(Reply reply, PathwayPlace place, string nonce)
    {
        List<CardElement> body = [Title(place.Title), .. Text(reply.Text)];
        if (reply.Choices.Count <= AdaptiveCard.MostActions && reply.Choices.All(choice => choice.Length <= LongestTitle))
        {
            return Build(reply, body, [.. reply.Choices.Select((choice, index) => Says(choice, choice, nonce, index, step: true))]);
        }

        body.Add(new ChoiceSet(CardPress.ChoiceField, wording.Say("CardChoose"), [.. reply.Choices.Select(choice => new CardChoice(choice, choice))])
        {
            IsRequired = true,
            ErrorMessage = wording.Say("CardChooseOne"),
        });
        return Build(reply, body, [Says(wording.Say("CardSend"), "", nonce, 0, step: true)]);
    }

    private AdaptiveCard Welcome(Reply reply, Person person, string nonce)
    {
        List<CardElement> body = [.. Text(reply.Text)];
        var actions = wording.Phrases("WelcomeButtons").Select((words, index) => Says(words, words, nonce, index)).ToList();
        if (person.Area is null)
        {
            body.Add(new TextBlock(wording.Say("CardWhoAreYou")) { Separator = true, Spacing = "medium" });
            body.Add(Ask(CardPress.RoleField, "CardRole", "RoleChoices"));
            body.Add(Ask(CardPress.AreaField, "CardArea", "AreaChoices"));
            actions.Insert(0, Says(wording.Say("CardKeepWho"), "", nonce, actions.Count));
        }

        return Build(reply, body, actions);
    }

    private ChoiceSet Ask(string field, string label, string choices) =>
        new(field, wording.Say(label), [.. wording.Phrases(choices).Select(choice => new CardChoice(choice, choice))]) { Style = "compact" };

    private AdaptiveCard Card(Reply reply, string nonce, IReadOnlyList<CardElement> body) => Build(reply, body, Actions(reply, nonce));

    private static AdaptiveCard Build(Reply reply, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions) =>
        new() { FallbackText = reply.Text, Body = body, Actions = [.. actions.Take(AdaptiveCard.MostActions)] };

    private List<CardAction> Actions(Reply reply, string nonce)
    {
        List<CardAction> actions = [.. Calls(reply, MostCalls)];
        actions.AddRange(reply.Suggestions.Take(AdaptiveCard.MostActions - actions.Count)
            .Select((words, index) => Says(words, words, nonce, index)));
        return actions;
    }

    private IEnumerable<CardAction> Calls(Reply reply, int most) => reply.Contacts
        .Select(contact => (contact.Name, Digits: CardText.Telephone(contact.Reach)))
        .Where(contact => contact.Digits is not null)
        .DistinctBy(contact => contact.Digits)
        .Take(most)
        .Select(contact => new OpenUrlAction(wording.Say("CardCall", ("name", contact.Name), ("digits", contact.Digits!)), $"tel:{contact.Digits}"));

    private static ExecuteAction Says(string title, string words, string nonce, int index, bool step = false)
    {
        var data = new CardPress(nonce, index, step, words).ToData();
        var shown = title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, Math.Max(title.LastIndexOf(' ', LongestTitle - 1), LongestTitle / 2)).TrimEnd(), "…");
        return new ExecuteAction(shown, CardPress.Verb, data)
        {
            Tooltip = shown == title ? null : title,
            Fallback = new SubmitAction(shown, data.DeepClone().AsObject()),
        };
    }

    /// <summary>The paragraphs, the list of contacts set apart.</summary>
    private IEnumerable<CardElement> Text(string text)
    {
        foreach (var paragraph in CardText.Paragraphs(text))
        {
            if (paragraph.StartsWith(_contactsHeading, StringComparison.Ordinal))
            {
                yield return new Container([new TextBlock(paragraph)]) { Style = "emphasis" };
            }
            else
            {
                yield return new TextBlock(paragraph);
            }
        }
    }

    private static TextBlock Title(string title) => new(title) { Weight = "bolder", Style = "heading" };
}
