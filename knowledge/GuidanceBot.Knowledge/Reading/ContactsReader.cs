using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Reads <c>contacts.yaml</c>.</summary>
internal static class ContactsReader
{
    public static ContactBook Read(string text, FileErrors errors)
    {
        if (YamlFields.Read(text, 0, errors) is not { } file)
        {
            return ContactBook.Empty;
        }

        var contacts = new Dictionary<string, Contact>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fields in file.Maps("contacts"))
        {
            if (ContactOf(fields) is not { } contact)
            {
                continue;
            }

            if (!contacts.TryAdd(contact.Id, contact))
            {
                fields.FaultAt("id", "id-twice", $"Two contacts have the id '{contact.Id}'. Give one of them another.");
            }

            lines.TryAdd(contact.Id, fields.Line);
        }

        file.NoOthers();
        foreach (var contact in contacts.Values)
        {
            CheckOutOfHours(contact, contacts, lines[contact.Id], errors);
        }

        return new ContactBook(contacts.Values);
    }

    private static Contact? ContactOf(YamlFields fields)
    {
        var id = fields.Text("id");
        if (id is not null && !Slug.IsOne(id))
        {
            fields.FaultAt("id", "id-form", $"The id '{id}' may hold only small letters, digits and hyphens.");
        }

        var hoursText = fields.Text("hours", required: false) ?? "unknown"; // left out: no source gives them
        if (!OpeningHours.TryParse(hoursText, out var hours))
        {
            fields.FaultAt("hours", "hours", $"'{hoursText}' are not opening hours. Write 'always', 'unknown', or spans such as 'Mon-Fri 09:00-17:00, Sat 10:00-12:00'.");
            hours = OpeningHours.Parse("unknown");
        }

        var source = fields.Map("source");
        var contact = new Contact
        {
            Id = id ?? "",
            Name = fields.Text("name") ?? id ?? "",
            AlsoCalled = fields.List("also", required: false),
            For = fields.Text("for") ?? "",
            Area = fields.Choice<Area>("area") ?? Area.National,
            Phone = fields.Text("phone", required: false),
            TextNumber = fields.Text("text", required: false),
            Email = fields.Text("email", required: false),
            Url = fields.Address("url"),
            Hours = hours,
            HoursInWords = fields.Text("hours-in-words", required: false) ?? "",
            OutOfHours = fields.Text("out-of-hours", required: false, mayBeEmpty: true) is { Length: > 0 } other ? other : null,
            Source = new ContactSource(
                source?.Text("title") ?? "", source?.Address("url"), source?.Text("date", required: false) ?? "undated"),
            Checked = fields.Date("checked") ?? default,
            VerifiedBy = fields.Text("verified-by", mayBeEmpty: true) ?? "",
            Note = fields.Text("note", required: false, mayBeEmpty: true) ?? "",
        };
        source?.NoOthers();
        fields.NoOthers();
        if (contact is { Phone: null, TextNumber: null, Email: null, Url: null })
        {
            fields.FaultAt("id", "contact-unreachable", $"Contact '{id}' has no phone, text, email or url. Give at least one.");
        }

        if (contact.Area == Area.Other)
        {
            fields.FaultAt("area", "value-unknown", "A contact of another area does not belong here. Write derby, derbyshire, both or national.");
        }

        return id is null ? null : contact;
    }

    private static void CheckOutOfHours(Contact contact, Dictionary<string, Contact> contacts, int line, FileErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { contact.Id };
        for (var next = contact.OutOfHours; next is not null; next = contacts[next].OutOfHours)
        {
            if (!contacts.ContainsKey(next))
            {
                errors.Add("contact-unknown", line, 1, $"'{contact.Id}' leads out of hours to '{next}', which is not in this file. Add it, or correct the id.");
                return;
            }

            if (!seen.Add(next))
            {
                errors.Add("contact-circle", line, 1, $"Out of hours '{contact.Id}' leads round in a circle to '{next}'. End the chain at a contact that is always open.");
                return;
            }
        }
    }
}
