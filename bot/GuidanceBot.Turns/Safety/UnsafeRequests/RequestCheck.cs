using GuidanceBot.Turns.Safety.Content;
using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety.UnsafeRequests;

/// <summary>Recognises a request that the bot must decline: to approve something unsafe, to score a family, to alter a record …</summary>
/// <remarks>
/// By rules alone, like <see cref="SafetyCheck"/>, and after it: a danger in the same message is answered first. Here the care is the
/// other way round: a real question ("is it ok for baby to sleep on the sofa?") must be answered, so a rule needs the asking as
/// well as the thing asked. Safe to call from many turns at once.
/// </remarks>
public sealed class RequestCheck
{
    private readonly DeclinedRules _rules;
    private readonly PatternIndex<DeclinedRule> _index;

    private RequestCheck(DeclinedRules rules)
    {
        _rules = rules;
        _index = new(rules.Requests.SelectMany(rule => rule.When.Select(pattern => (pattern, rule))), rules.Gaps);
    }

    /// <summary>Reads the rules.</summary>
    /// <param name="path">The file declined-requests.yaml.</param>
    public static Loaded<RequestCheck> Load(string path) =>
        RuleFile.Load(path, DeclinedRulesReader.Read, rules => new RequestCheck(rules));

    /// <summary>The same from text, for tests and editors.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="file">The name that errors give.</param>
    public static Loaded<RequestCheck> Parse(string text, string file) =>
        RuleFile.Parse(text, file, DeclinedRulesReader.Read, rules => new RequestCheck(rules));

    /// <summary>Every template that a declined request can name.</summary>
    public IReadOnlyList<string> Templates =>
        [.. _rules.Requests.Select(rule => rule.Outcome.Template).Distinct(StringComparer.Ordinal)];

    /// <summary>Every contact that a declined request can name.</summary>
    public IReadOnlyList<string> Contacts =>
        [.. _rules.Requests.SelectMany(rule => rule.Outcome.Contacts).Distinct(StringComparer.Ordinal)];

    /// <returns>What is declined; null when the message asks for nothing of the kind.</returns>
    public DeclinedRequest? Check(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var words = new MessageWords(_rules.Reader.Read(message));
        var stands = new Dictionary<Pattern, bool>();
        return _index.FindIn(words)
            .Where(match => match.Owner.Needs.All(Stands) && !match.Owner.Unless.Any(Stands))
            .OrderBy(match => match.Owner.Outcome.Kind)
            .Select(match => Declined(match, words))
            .FirstOrDefault();

        bool Stands(Pattern pattern)
        {
            if (!stands.TryGetValue(pattern, out var found))
            {
                found = Enumerable.Range(0, words.Count).Any(at => pattern.EndFrom(words, at, _rules.Gaps) is not null);
                stands.Add(pattern, found);
            }

            return found;
        }
    }

    private static DeclinedRequest Declined(PatternMatch<DeclinedRule> match, MessageWords words)
    {
        var outcome = match.Owner.Outcome;
        var (start, end) = (words[match.Start].Start, words[match.End - 1].End);
        return new DeclinedRequest(
            match.Owner.Id, outcome.Kind, outcome.As, outcome.Template, outcome.Contacts, [new TextSpan(start, end - start)]);
    }
}
