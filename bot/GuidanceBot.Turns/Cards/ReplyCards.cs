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

    /// <summary>Buttons on a crew's card.</summary>
    private const int MostForCrew = 3;

    private readonly string _welcome = wording.Say("Welcome");
    private readonly string _contactsHeading = wording.Say("ContactsHeading");

    /// <summary>The whole reply as a card.</summary>
    /// <param name="reply">What is said.</param>
    /// <param name="person">Who reads: what they have told is not asked again.</param>
    /// <param name="nonce">Names the card; new for each.</param>
    /// <param name="toMany">Others read it too: then nobody is asked who they are.</param>
    public AdaptiveCard Whole(Reply reply, Person person, string nonce, bool toMany = false) => reply switch
    {
        { Status: ReplyStatus.Emergency } => Emergency(reply),
        { Pathway: { Ended: false } place } => Step(reply, place, nonce),
        { Pathway: { } place } => Card(reply, nonce, [Title(place.Title), .. Text(reply.Text)]),
        { Status: ReplyStatus.Welcome } when reply.Text.EndsWith(_welcome, StringComparison.Ordinal) =>
            Welcome(reply, asksWho: person.Area is null && !toMany, nonce),
        _ => Card(reply, nonce, [.. Text(reply.Text)]),
    };

    /// <summary>What a crew on scene is shown: the short form of the reply, and three buttons.</summary>
    public static Reply ForCrew(Reply reply) => reply.Brief is not { } brief ? reply : reply with
    {
        Text = brief,
        Contacts = [.. reply.Contacts.Take(MostForCrew - 1)],
        Suggestions = [.. reply.Suggestions.Take(MostForCrew - Math.Min(reply.Contacts.Count, MostForCrew - 1))],
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
                FallbackText = string.Join('\n', [Next(actions), .. actions.Select(action => $"- {action.Tooltip ?? action.Title}")]),
                Body = [new TextBlock(Next(actions)) { IsSubtle = true }],
                Actions = actions,
            };
    }

    private string Next(IEnumerable<CardAction> actions) => wording.Say(
        "CardNext", ("calls", actions.Any(action => action is OpenUrlAction)), ("asks", actions.Any(action => action is not OpenUrlAction)));

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
                .. paragraphs.Skip(1).Select(paragraph => new TextBlock(CardText.Message(paragraph))),
            ],
            Actions = [.. Calls(reply, AdaptiveCard.MostActions)],
        };
    }

    /// <summary>Few short answers are buttons; more, or longer ones, are rows to press: one tap either way.</summary>
    private AdaptiveCard Step(Reply reply, PathwayPlace place, string nonce)
    {
        List<CardElement> body = [.. StepText(reply.Text, place.Title)];
        var says = reply.Choices.Select((choice, index) => Says(choice, choice, nonce, index, step: true)).ToArray();
        if (says.Length <= AdaptiveCard.MostActions && reply.Choices.All(choice => choice.Length <= LongestTitle))
        {
            return Build(reply, body, says);
        }

        body.AddRange(says.Zip(reply.Choices, (action, choice) => new Container([new TextBlock(choice)])
        {
            Style = "emphasis",
            Spacing = "small",
            SelectAction = action with { Title = choice, Tooltip = null, Fallback = null },
        }));
        return Build(reply, body, []);
    }

    /// <summary>The title is not said twice, where the first words are the title already.</summary>
    private IEnumerable<CardElement> StepText(string text, string title) =>
        text.StartsWith($"**{title}", StringComparison.OrdinalIgnoreCase) ? Text(text) : [Title(title), .. Text(text)];

    private AdaptiveCard Welcome(Reply reply, bool asksWho, string nonce)
    {
        List<CardElement> body = [.. Text(reply.Text)];
        var actions = wording.Phrases("WelcomeButtons").Select((words, index) => Says(words, words, nonce, index)).ToList();
        if (asksWho)
        {
            body.Add(new TextBlock(wording.Say("CardWhoAreYou")) { Separator = true, Spacing = "medium" });
            body.Add(Ask(CardPress.RoleField, "CardRole", "RoleChoices"));
            body.Add(Ask(CardPress.AreaField, "CardArea", "AreaChoices"));
            actions.Insert(0, Says(wording.Say("CardKeepWho"), "", nonce, actions.Count));
        }

        return Build(reply, body, actions);
    }

    private ChoiceSet Ask(string field, string label, string choices) =>
        new(field, wording.Say(label), [.. wording.Phrases(choices).Select(choice => new CardChoice(choice, choice))]) { Style = "compact", Placeholder = wording.Say("CardChoose") };

    /// <summary>There is always a way on: where a reply has nothing to press, what can be asked at any time.</summary>
    private AdaptiveCard Card(Reply reply, string nonce, IReadOnlyList<CardElement> body)
    {
        var actions = Actions(reply, nonce);
        return Build(reply, body, actions.Count > 0 ? actions
            : [.. wording.Phrases("WayOnButtons").Select((words, index) => Says(words, words, nonce, index))]);
    }

    private static AdaptiveCard Build(Reply reply, IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions) =>
        new() { FallbackText = reply.Text, Body = body, Actions = [.. actions.Take(AdaptiveCard.MostActions)] };

    private List<CardAction> Actions(Reply reply, string nonce)
    {
        List<CardAction> actions = [.. Calls(reply, MostCalls)];
        actions.AddRange(reply.Suggestions.Take(AdaptiveCard.MostActions - actions.Count)
            .Select((words, index) => Says(words, words, nonce, index)));
        return actions;
    }

    /// <summary>Telephones ring; who has none has a page to open.</summary>
    private IEnumerable<CardAction> Calls(Reply reply, int most) => reply.Contacts
        .Select(contact => CardText.Telephone(contact.Reach) is { } digits
            ? new OpenUrlAction(wording.Say("CardCall", ("name", contact.Name), ("digits", digits)), $"tel:{digits}")
            : CardText.Page(contact.Reach) is { } page ? Opens(contact.Name, page) : null)
        .OfType<OpenUrlAction>()
        .DistinctBy(action => action.Url)
        .Take(most);

    private OpenUrlAction Opens(string name, string page)
    {
        var title = wording.Say("CardOpen", ("name", name));
        return new OpenUrlAction(Shown(title), page) { Tooltip = title.Length > LongestTitle ? title : null };
    }

    private static ExecuteAction Says(string title, string words, string nonce, int index, bool step = false)
    {
        var data = new CardPress(nonce, index, step, words).ToData();
        var shown = Shown(title);
        return new ExecuteAction(shown, CardPress.Verb, data)
        {
            Tooltip = shown == title ? null : title,
            Fallback = new SubmitAction(shown, data.DeepClone().AsObject()),
        };
    }

    /// <summary>As much of a title as a telephone shows, whole words if it can.</summary>
    private static string Shown(string title) => title.Length <= LongestTitle
        ? title
        : string.Concat(title.AsSpan(0, Math.Max(title.LastIndexOf(' ', LongestTitle - 1), LongestTitle / 2)).TrimEnd(), "…");

    /// <summary>The paragraphs, the list of contacts set apart.</summary>
    private IEnumerable<CardElement> Text(string text)
    {
        foreach (var paragraph in CardText.Paragraphs(text))
        {
            if (paragraph.StartsWith(_contactsHeading, StringComparison.Ordinal))
            {
                yield return new Container([new TextBlock(CardText.Message(paragraph))]) { Style = "emphasis" };
            }
            else
            {
                yield return new TextBlock(CardText.Message(paragraph));
            }
        }
    }

    private static TextBlock Title(string title) => new(title) { Weight = "bolder", Style = "heading" };
}
