using GuidanceBot.Turns.Tests.Safety;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Tests.Teams;

/// <summary>One reply of each kind the bot gives.</summary>
internal static class SomeReplies
{
    public static BotWording Wording { get; } = BotWording.Read(SafetyFiles.WordingFolder);

    public static ShownContact Contact(string name, string reach) => new("id", name, reach, "24 hours", true, false);

    public static Dictionary<string, Reply> All { get; } = new()
    {
        ["answer"] = Answer(),
        ["answer with nothing to press"] = Answer() with { Contacts = [], Suggestions = [] },
        ["choose"] = new Reply { Status = ReplyStatus.Choose, Text = "Which?\n\n1. Sofa\n2. Car seat", Suggestions = ["Sofa", "Car seat"] },
        ["not held"] = new Reply { Status = ReplyStatus.NotHeld, Text = Wording.Say("NotHeld"), Suggestions = ["Sofa"] },
        ["contacts"] = new Reply
        {
            Status = ReplyStatus.Answered,
            Text = $"{Wording.Say("ContactsHeading")}\n- **Front door**: 01332 000000",
            Contacts = [Contact("Front door", "01332 000000 · text 07000 000000"), Contact("By mail", "somebody@example.org")],
        },
        ["emergency"] = new Reply
        {
            Status = ReplyStatus.Emergency,
            Text = $"**Ring 999 now.**\n\nStart CPR.\n\n{Wording.Say("ContactsHeading")}\n- **Emergency**: 999",
            Contacts = [Contact("Emergency services", "999"), Contact("NHS 111", "111"), Contact("Ambulance", "999")],
        },
        ["step"] = Step("Yes", "No", "Not known"),
        ["step with many answers"] = Step([.. Enumerable.Range(1, 9).Select(n => $"Answer {n}")]),
        ["step without answers"] = Step(),
        ["summary"] = Step() with { Pathway = new PathwayPlace("co-sleeping", "Co-sleeping", null, Ended: true), Text = "Summary\n\n- Sofa: never" },
        ["welcome"] = new Reply { Status = ReplyStatus.Welcome, Text = Wording.Say("Welcome") },
        ["help"] = new Reply { Status = ReplyStatus.Welcome, Text = Wording.Say("Help"), Suggestions = Wording.Phrases("HelpButtons") },
        ["declined"] = new Reply { Status = ReplyStatus.Declined, Text = "No. Ask your manager." },
        ["needs a person"] = new Reply { Status = ReplyStatus.NeedsPerson, Text = "Ring today.", Contacts = [Contact("Front door", "01332 000000")] },
    };

    public static Reply Step(params string[] choices) => new()
    {
        Status = ReplyStatus.Pathway,
        Text = "Kept.\n\nWhere does the baby sleep?",
        Choices = choices,
        Pathway = new PathwayPlace("co-sleeping", "Co-sleeping", "where", Ended: false),
    };

    private static Reply Answer() => new()
    {
        Status = ReplyStatus.Answered,
        Text = $"**Sofas**\n\nNever fall asleep with a baby on a sofa. [1]\n\n{Wording.Say("RelatedHeading")}\n- Car seats",
        Quotes = [new Quote("sofas#heading", "Never fall asleep with a baby on a sofa.")],
        Citations = [new Citation(1, "A source", "Sofas: Is it safe?", "https://example.org/one", "2014", "national")],
        Contacts = [Contact("Front door", "01332 000000")],
        Suggestions = ["Car seats"],
    };
}
