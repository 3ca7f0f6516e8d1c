using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Yaml;
using GuidanceBot.Turns.Safety.Content;
using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety;

/// <summary>Reads danger-signs.yaml strictly: a rule that cannot be read is told, never left out in silence.</summary>
internal sealed class DangerRulesReader
{
    private readonly YamlFields _file;
    private readonly ContentFaults _faults;
    private readonly Phrasebook _book;
    private readonly Dictionary<DangerKind, DangerOutcome> _outcomes = [];

    private DangerRulesReader(YamlFields file, ContentFaults faults)
    {
        (_file, _faults) = (file, faults);
        _book = Phrasebook.Read(file, faults);
    }

    /// <returns>Null when anything is wrong; <paramref name="faults"/> then tells all of it.</returns>
    public static DangerRules? Read(string text, ContentFaults faults)
    {
        if (YamlSource.Read(text, faults) is not { } map)
        {
            return null;
        }

        var rules = new DangerRulesReader(new YamlFields(map, faults), faults).Rules();
        return faults.All.Count == 0 ? rules : null;
    }

    private DangerRules Rules()
    {
        ReadOutcomes();
        var words = Words();
        var context = Context();
        var signs = _file.Maps("signs").Select(Sign).OfType<DangerSign>().ToList();
        var hint = _file.Text("hint-reply")?.Value ?? "";
        _file.NoOthers();
        foreach (var twice in signs.GroupBy(sign => sign.Id).Where(group => group.Count() > 1))
        {
            _faults.Add("sign-twice", _file.Map, $"Two signs are called '{twice.Key}'. Give each its own id.");
        }

        return new DangerRules(
            _book.Reader(words.Contrast),
            new GapRules(words.Linking, [words.Not, words.No, words.Contrast]),
            signs,
            words,
            context,
            hint);
    }

    private void ReadOutcomes()
    {
        foreach (var fields in _file.Maps("kinds"))
        {
            var kind = fields.Choice<DangerKind>("kind");
            var level = fields.Choice<DangerLevel>("level");
            var template = fields.Text("reply");
            var contacts = fields.Texts("contacts");
            var pathway = fields.Text("pathway", required: false);
            fields.NoOthers();
            if (pathway is not null && !Pathways.All.Contains(pathway.Value))
            {
                _faults.Add("pathway-unknown", pathway, $"'{pathway.Value}' is no pathway. Write one of: {string.Join(", ", Pathways.All)}.");
            }

            if (kind is null || level is null || template is null)
            {
                continue;
            }

            var outcome = new DangerOutcome(kind.Value, level.Value, template.Value, [.. contacts.Select(c => c.Value)], pathway?.Value);
            if (!_outcomes.TryAdd(kind.Value, outcome))
            {
                _faults.Add("kind-twice", fields.Map, $"The kind '{KebabCase.Of(kind.Value)}' is already there. Keep one.");
            }
        }

        foreach (var missing in Enum.GetValues<DangerKind>().Where(kind => !_outcomes.ContainsKey(kind)))
        {
            _faults.Add("kind-missing", _file.Map, $"Nothing says what to do about '{KebabCase.Of(missing)}'. Add it under 'kinds'.");
        }
    }

    private DangerSign? Sign(YamlFields fields)
    {
        var id = fields.Text("id");
        var kind = fields.Choice<DangerKind>("kind");
        var sign = new DangerSign(
            id?.Value ?? "",
            Outcome(kind),
            Patterns(fields, "when"),
            Patterns(fields, "alone"),
            Patterns(fields, "needs"),
            Patterns(fields, "unless"),
            Patterns(fields, "unless-anywhere"),
            fields.Choice<SignSubject>("about", SignSubject.Child) ?? SignSubject.Child,
            fields.Choice<DangerKind>("of-adult", DangerKind.NotBreathing) is { } adult && adult != DangerKind.NotBreathing ? Outcome(adult) : null,
            fields.Flag("negatable", otherwise: true),
            fields.Choice<PastRule>("past", PastRule.LongAgo) ?? PastRule.LongAgo,
            fields.Flag("general-excuses", otherwise: true));
        fields.NoOthers();
        if (sign.When.Count + sign.Alone.Count == 0)
        {
            _faults.Add("sign-empty", fields.Map, $"The sign '{sign.Id}' has no 'when' and no 'alone'. Write the words that raise it.");
        }

        return id is null || kind is null ? null : sign;
    }

    private DangerOutcome Outcome(DangerKind? kind) =>
        kind is { } known && _outcomes.TryGetValue(known, out var outcome)
            ? outcome
            : new DangerOutcome(default, default, "", [], null);    // only when the kind is missing, which has been told

    private IReadOnlyList<Pattern> Patterns(YamlFields fields, string key) => _book.Patterns(fields.Texts(key, required: false));

    private IReadOnlyList<Pattern> Needed(string key) => _book.Patterns(_file.Texts(key));

    private ContextWords Words() => new(
        Linking: Group("linking"),
        Listable: Group("listable"),
        Contrast: Group("contrast"),
        Not: Group("not"),
        No: Group("no"),
        Deny: Group("deny"),
        NoneAfter: Group("none-after"),
        Or: Group("or"),
        Child: Group("child"),
        Adult: Group("adult"),
        Thing: Group("thing"),
        Many: Group("many"),
        Determiner: Group("determiner"),
        Preposition: Group("preposition"),
        Upon: Group("upon"),
        Unassertive: Group("unassertive"),
        Filler: Group("filler"));

    private WordGroup Group(string name) => _book.Group(name, _file);

    private ContextPatterns Context() => new(
        Idioms: Needed("idioms"),
        NotNegations: Needed("not-negations"),
        NotConditions: Needed("not-conditions"),
        Conditions: Needed("conditions"),
        General: Needed("general"),
        Assertions: Needed("assertions"),
        Present: Needed("present"),
        LongAgo: Needed("long-ago"),
        Recent: Needed("recent"));
}
