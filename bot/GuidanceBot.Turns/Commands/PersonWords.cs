using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Commands;

/// <summary>Recognises a message that says who somebody is and nothing else: one word more, and it is a question.</summary>
public sealed class PersonWords(BotWording wording)
{
    private readonly IReadOnlyList<string> _beginnings = wording.Phrases("PersonBeginnings");
    private readonly HashSet<string> _change = [.. wording.Phrases("ChangePersonWords")];
    private readonly HashSet<string> _between = [.. wording.Phrases("PersonFillers")];

    private readonly (string Phrase, Func<Person, Person> Told)[] _phrases =
    [
        .. Roles(wording, "PractitionerWords", Audience.Practitioner),
        .. Roles(wording, "ChampionWords", Audience.Champion),
        .. Roles(wording, "AmbulanceWords", Audience.Ambulance),
        .. Areas(wording, "DerbyWords", Area.Derby),
        .. Areas(wording, "DerbyshireWords", Area.Derbyshire),
    ];

    public bool AsksToChange(string text) => _change.Contains(PlainWords.Of(text));

    /// <returns>The person as now known, or null when the message says something else.</returns>
    public Person? Read(string text, Person known)
    {
        var plain = PlainWords.Of(text);
        if (_beginnings.FirstOrDefault(beginning => PlainWords.StartsWith(plain, beginning)) is not { } said)
        {
            return null;
        }

        var (rest, person, told) = (plain[said.Length..].Trim(), known, false);
        while (rest.Length > 0)
        {
            var next = _phrases.Where(phrase => PlainWords.StartsWith(rest, phrase.Phrase)).OrderByDescending(phrase => phrase.Phrase.Length).FirstOrDefault();
            if (next.Phrase is { } phrase)
            {
                (person, told, rest) = (next.Told(person), true, rest[phrase.Length..].Trim());
                continue;
            }

            var word = rest.Split(' ', 2)[0];
            if (!_between.Contains(word))
            {
                return null;
            }

            rest = rest[word.Length..].Trim();
        }

        return told ? person : null;
    }

    private static IEnumerable<(string, Func<Person, Person>)> Roles(BotWording wording, string list, Audience role) =>
        wording.Phrases(list).Select(phrase => (phrase, (Func<Person, Person>)(person => person with { Role = role, Work = phrase })));

    private static IEnumerable<(string, Func<Person, Person>)> Areas(BotWording wording, string list, Area area) =>
        wording.Phrases(list).Select(phrase => (phrase, (Func<Person, Person>)(person => person with { Area = area })));
}
