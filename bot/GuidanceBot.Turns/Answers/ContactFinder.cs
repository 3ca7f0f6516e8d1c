using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>Finds the contacts that a message names, by name or by what people call them.</summary>
public sealed class ContactFinder
{
    private readonly ContactBook _book;
    private readonly (Contact Contact, string Name)[] _names;

    public ContactFinder(ContactBook book)
    {
        _book = book;
        _names = [.. from contact in book.All
                     from name in contact.AlsoCalled.Prepend(contact.Name)
                     select (contact, PlainWords.Of(name))];
    }

    /// <returns>The contacts named, the longest name first, each with the one for other times; those of another area left out.</returns>
    public IReadOnlyList<Contact> NamedIn(string text, Area? area)
    {
        var plain = PlainWords.Of(text);
        var named = _names
            .Where(entry => PlainWords.Contains(plain, entry.Name) && ContactBook.Serves(entry.Contact, area))
            .OrderByDescending(entry => entry.Name.Length)
            .ToArray();

        // "derby domestic abuse helpline" names one contact, not also whatever "derby" is part of.
        var telling = named.Where(entry => !named.Any(longer =>
            longer.Name.Length > entry.Name.Length && PlainWords.Contains(longer.Name, entry.Name)));

        return [.. telling.Select(entry => entry.Contact)
            .SelectMany(contact => contact.OutOfHours is { } id && _book.Find(id) is { } other ? new[] { contact, other } : [contact])
            .DistinctBy(contact => contact.Id)];
    }
}
