using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Contacts;

/// <summary>All contacts, and which of them answers now.</summary>
public sealed class ContactBook
{
    private readonly Dictionary<string, Contact> _byId;

    /// <param name="contacts">Contacts with distinct ids whose <see cref="Contact.OutOfHours"/> names one of them and leads round in no circle.</param>
    public ContactBook(IEnumerable<Contact> contacts)
    {
        All = [.. contacts];
        _byId = All.ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    public static ContactBook Empty { get; } = new([]);

    public IReadOnlyList<Contact> All { get; }

    public Contact? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The contacts that serve an area: its own, those of both areas, and the national ones. Null: all of them.</summary>
    public IEnumerable<Contact> Serving(Area? area) => All.Where(c => Serves(c, area));

    /// <summary>Whether a contact is of use to someone in an area; null when the area is not known.</summary>
    public static bool Serves(Contact contact, Area? area) =>
        area is null or Area.Both or Area.National || contact.Area == area || contact.Area is Area.Both or Area.National;

    /// <summary>Who to call at a moment instead of, or as, this contact: itself in its hours, else the one for other times.</summary>
    /// <returns>The first of the chain that is open; the contact itself when none is, so that its hours can be shown.</returns>
    public Contact AnsweringAt(DateTimeOffset moment, Contact contact)
    {
        var candidate = contact;
        for (var steps = 0; steps < All.Count; steps++)
        {
            if (candidate.Hours.IsOpen(moment))
            {
                return candidate;
            }

            if (candidate.OutOfHours is not { } next || Find(next) is not { } other)
            {
                break;
            }

            candidate = other;
        }

        return contact;
    }
}
