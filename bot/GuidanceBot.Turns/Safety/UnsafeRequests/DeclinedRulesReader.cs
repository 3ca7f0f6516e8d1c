using GuidanceBot.Knowledge.Yaml;
using GuidanceBot.Turns.Safety.Content;
using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety.UnsafeRequests;

/// <summary>Reads declined-requests.yaml strictly.</summary>
internal static class DeclinedRulesReader
{
    /// <returns>Null when anything is wrong; <paramref name="faults"/> then tells all of it.</returns>
    public static DeclinedRules? Read(string text, ContentFaults faults)
    {
        if (YamlSource.Read(text, faults) is not { } map)
        {
            return null;
        }

        var file = new YamlFields(map, faults);
        var book = Phrasebook.Read(file, faults);
        var outcomes = Outcomes(file, faults);
        var requests = file.Maps("requests").Select(fields => Rule(fields, book, outcomes, faults)).OfType<DeclinedRule>().ToList();
        var (linking, contrast) = (book.Group("linking", file), book.Group("contrast", file));
        file.NoOthers();
        return faults.All.Count == 0
            ? new DeclinedRules(book.Reader(contrast), new GapRules(linking, [contrast]), requests)
            : null;
    }

    private static Dictionary<DeclinedKind, DeclinedOutcome> Outcomes(YamlFields file, ContentFaults faults)
    {
        var outcomes = new Dictionary<DeclinedKind, DeclinedOutcome>();
        foreach (var fields in file.Maps("kinds"))
        {
            var kind = fields.Choice<DeclinedKind>("kind");
            var declinedAs = fields.Choice<DeclinedAs>("as");
            var reply = fields.Text("reply");
            var contacts = fields.Texts("contacts", required: false);
            fields.NoOthers();
            if (kind is { } known && declinedAs is { } asWhat && reply is not null
                && !outcomes.TryAdd(known, new DeclinedOutcome(known, asWhat, reply.Value, [.. contacts.Select(c => c.Value)])))
            {
                faults.Add("kind-twice", fields.Map, $"The kind '{KebabCase.Of(known)}' is already there. Keep one.");
            }
        }

        foreach (var missing in Enum.GetValues<DeclinedKind>().Where(kind => !outcomes.ContainsKey(kind)))
        {
            faults.Add("kind-missing", file.Map, $"Nothing says what to answer to '{KebabCase.Of(missing)}'. Add it under 'kinds'.");
        }

        return outcomes;
    }

    private static DeclinedRule? Rule(
        YamlFields fields, Phrasebook book, Dictionary<DeclinedKind, DeclinedOutcome> outcomes, ContentFaults faults)
    {
        var id = fields.Text("id");
        var kind = fields.Choice<DeclinedKind>("kind");
        var when = book.Patterns(fields.Texts("when"));
        var needs = book.Patterns(fields.Texts("needs", required: false));
        var unless = book.Patterns(fields.Texts("unless", required: false));
        fields.NoOthers();
        if (when.Count == 0)
        {
            faults.Add("request-empty", fields.Map, $"The request '{id?.Value}' has no 'when' that can be read. Write the words that make it.");
        }

        return id is not null && kind is { } known && outcomes.TryGetValue(known, out var outcome)
            ? new DeclinedRule(id.Value, outcome, when, needs, unless)
            : null;
    }
}
