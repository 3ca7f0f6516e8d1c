using GuidanceBot.Turns.Safety.Content;
using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety;

/// <summary>Looks for danger in a message, before anything else reads it.</summary>
/// <remarks>
/// <para>
/// Deterministic: words, word order, negation, time and mood, as knowledge/danger-signs.yaml has them; no model, no search, no
/// network. Where it is unsure it raises the alarm. Work grows in proportion to the length of the message. Keeps and logs nothing.
/// Why so, and how it is measured: bot/decisions/0100-danger-signs-by-rules.md.
/// </para>
/// <para>Safe to call from many turns at once.</para>
/// </remarks>
public sealed class SafetyCheck
{
    private readonly DangerRules _rules;
    private readonly PatternIndex<DangerSign> _signs;
    private readonly PatternIndex<DangerSign> _alone;
    private readonly PatternIndex<ContextRole> _context;

    private SafetyCheck(DangerRules rules)
    {
        _rules = rules;
        _signs = new(rules.Signs.SelectMany(sign => sign.When.Select(pattern => (pattern, sign))), rules.Gaps);
        _alone = new(rules.Signs.SelectMany(sign => sign.Alone.Select(pattern => (pattern, sign))), rules.Gaps);
        _context = new(Roles(rules.Context), rules.Gaps);
    }

    /// <summary>Reads the rules.</summary>
    /// <param name="path">The file danger-signs.yaml.</param>
    /// <returns>The check, or everything that is wrong with the file. A bot without this check must not start.</returns>
    public static Loaded<SafetyCheck> Load(string path) =>
        RuleFile.Load(path, DangerRulesReader.Read, rules => new SafetyCheck(rules));

    /// <summary>The same from text, for tests and editors.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="file">The name that errors give.</param>
    public static Loaded<SafetyCheck> Parse(string text, string file) =>
        RuleFile.Parse(text, file, DangerRulesReader.Read, rules => new SafetyCheck(rules));

    /// <summary>Every template that a finding or a hint can name.</summary>
    public IReadOnlyList<string> Templates =>
        [.. _rules.Signs.Select(sign => sign.Outcome.Template).Append(_rules.HintTemplate).Distinct(StringComparer.Ordinal)];

    /// <summary>Every contact that a finding can name.</summary>
    public IReadOnlyList<string> Contacts =>
        [.. _rules.Signs.SelectMany(sign => sign.Outcome.Contacts).Distinct(StringComparer.Ordinal)];

    /// <returns>The most urgent danger in the message; null when there is none.</returns>
    public SafetyFinding? Check(string message) => Examine(message).Alarm;

    /// <summary>The same, with what else was found.</summary>
    /// <param name="message">Any text, of any length.</param>
    public SafetyResult Examine(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var words = new MessageWords(_rules.Reader.Read(message));
        var matches = _signs.FindIn(words).Concat(AnswersAlone(words)).ToList();
        if (matches.Count == 0)
        {
            return SafetyResult.Calm;
        }

        var context = new MessageContext(words, _rules, _context, matches);
        var alarms = new List<SafetyFinding>();
        SafetyHint? hint = null;
        foreach (var match in matches.Where(match => Applies(match, context)))
        {
            if (Excuse(match, context) is { } reason)
            {
                hint ??= new SafetyHint(match.Owner.Id, match.Owner.Outcome.Kind, reason, _rules.HintTemplate);
            }
            else
            {
                alarms.Add(Finding(match, words, context));
            }
        }

        if (alarms.Count == 0)
        {
            return new SafetyResult(null, [], hint);
        }

        var byUrgency = alarms
            .OrderByDescending(alarm => alarm.Level).ThenBy(alarm => alarm.Kind)
            .DistinctBy(alarm => alarm.Kind)
            .ToList();
        return new SafetyResult(byUrgency[0], [.. byUrgency.Skip(1)], null);
    }

    // An answer of a few words ("yes, blue") is read without the words that only fill it.
    private List<PatternMatch<DangerSign>> AnswersAlone(MessageWords words)
    {
        const int Short = 8;
        if (words.Count > Short)
        {
            return [];
        }

        var kept = Enumerable.Range(0, words.Count).Where(i => !_rules.Words.Filler.Has(words[i])).ToList();
        var core = new MessageWords([.. kept.Select(i => words[i] with { Sentence = 0 })]);
        return
        [
            .. _alone.FindIn(core)
                .Where(match => match.Start == 0 && match.End == core.Count)
                .Select(match => match with { Start = kept[match.Start], End = kept[match.End - 1] + 1 }),
        ];
    }

    private static bool Applies(PatternMatch<DangerSign> match, MessageContext context)
    {
        var sign = match.Owner;
        var subject = context.Subject(match);
        return !context.IsIdiom(match)
            && (sign.About == SignSubject.Anyone || subject != SubjectOfSign.Thing)
            && (sign.About != SignSubject.Child || subject != SubjectOfSign.Adult || sign.OfAdult is not null)
            && sign.Needs.All(context.Stands)
            && !sign.Unless.Any(pattern => context.Stands(pattern, match))
            && !sign.UnlessAnywhere.Any(context.Stands);
    }

    private static HintReason? Excuse(PatternMatch<DangerSign> match, MessageContext context)
    {
        var sign = match.Owner;
        return sign.Negatable && context.IsDenied(match) ? HintReason.Denied
            : sign.GeneralExcuses && context.IsGeneral(match) ? HintReason.General
            : context.IsPast(match, sign.Past) ? HintReason.Past
            : null;
    }

    private static SafetyFinding Finding(PatternMatch<DangerSign> match, MessageWords words, MessageContext context)
    {
        var outcome = match.Owner.OfAdult is { } adult && context.Subject(match) == SubjectOfSign.Adult ? adult : match.Owner.Outcome;
        var (start, end) = (words[match.Start].Start, words[match.End - 1].End);
        return new SafetyFinding(
            match.Owner.Id, outcome.Kind, outcome.Level, outcome.Template, outcome.Contacts, outcome.Pathway, [new TextSpan(start, end - start)]);
    }

    private static IEnumerable<(Pattern, ContextRole)> Roles(ContextPatterns context) =>
        new[]
        {
            (context.Idioms, ContextRole.Idiom),
            (context.NotNegations, ContextRole.NotNegation),
            (context.NotConditions, ContextRole.NotCondition),
            (context.Conditions, ContextRole.Condition),
            (context.General, ContextRole.General),
            (context.Assertions, ContextRole.Assertion),
            (context.Present, ContextRole.Present),
            (context.LongAgo, ContextRole.LongAgo),
            (context.Recent, ContextRole.Recent),
        }.SelectMany(list => list.Item1.Select(pattern => (pattern, list.Item2)));
}
