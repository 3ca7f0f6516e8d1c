using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>Whom to ring: those of the person's area, the one that answers now in place of the one that does not.</summary>
internal sealed class ContactList(ContactBook book, BotWording wording, int max)
{
    /// <param name="ids">Contacts that the answer names, the most useful first.</param>
    /// <param name="area">The person's area, or null: then both are shown.</param>
    /// <param name="now">Decides who answers.</param>
    public IReadOnlyList<ShownContact> For(IEnumerable<string> ids, Area? area, DateTimeOffset now) =>
        [.. ids.Select(book.Find)
            .OfType<Contact>()
            .Where(contact => ContactBook.Serves(contact, area))
            .Select(contact => book.AnsweringAt(now, contact))
            .DistinctBy(contact => contact.Id)
            .Take(max)
            .Select(contact => Shown(contact, now))];

    /// <summary>These contacts, whether they answer now or not, each followed by the one that does.</summary>
    public IReadOnlyList<ShownContact> Exactly(IEnumerable<Contact> contacts, DateTimeOffset now) =>
        [.. contacts
            .SelectMany(contact => new[] { contact, book.AnsweringAt(now, contact) })
            .DistinctBy(contact => contact.Id)
            .Take(max)
            .Select(contact => Shown(contact, now))];

    /// <summary>The lines that say it: name, how to reach it, when, and what is doubtful.</summary>
    /// <param name="contacts">Those shown.</param>
    /// <param name="withNotes">Say also what is noted about each: for contacts that were asked for.</param>
    public string Lines(IReadOnlyList<ShownContact> contacts, bool withNotes = false) =>
        string.Join('\n', contacts.Select(shown => wording.Say(
            "ContactLine",
            ("name", shown.Name),
            ("reach", shown.Reach),
            ("hours", shown.Hours),
            ("openNow", shown.OpenNow),
            ("verified", shown.Verified),
            ("note", withNotes ? book.Find(shown.Id)?.Note ?? "" : ""))));

    private ShownContact Shown(Contact contact, DateTimeOffset now) => new(
        contact.Id,
        contact.Name,
        wording.Say(
            "ContactReach",
            ("phone", contact.Phone),
            ("text", contact.TextNumber),
            ("email", contact.Email),
            ("url", contact.Url?.ToString())),
        HoursOf(contact),
        contact.Hours.IsOpen(now),
        contact.IsVerified);

    private string HoursOf(Contact contact) => contact switch
    {
        { HoursInWords: { Length: > 0 } words } => words,
        { Hours.IsKnown: true } => wording.Say("ContactHours", ("hours", contact.Hours.Text)),
        _ => "",
    };
}
