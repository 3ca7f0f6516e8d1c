using GuidanceBot.Dialogs.Values;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Escalation;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Conversations;

/// <summary>The <c>settings</c> that the dialogs read: whom to ring in each area, with what answers at this hour, and the partnership's escalation stages.</summary>
internal sealed class PathwaySettings(GuidanceLibrary library, EscalationDates escalation, BotWording wording, TimeProvider clock) : IPropertySource
{
    public bool TryGetValue(string name, out object? value)
    {
        value = name.ToUpperInvariant() switch
        {
            "CONTACTS" => new DialogObject { ["derby"] = Lines(Area.Derby), ["derbyshire"] = Lines(Area.Derbyshire) },
            "ESCALATION" => escalation.ForDialogs(),
            _ => null,
        };
        return value is not null;
    }

    private string Lines(Area area)
    {
        var ids = wording.Phrases("PathwayContacts");
        var list = new ContactList(library.Contacts, wording, ids.Count);
        return list.Lines(list.For(ids, area, clock.GetUtcNow()));
    }
}
