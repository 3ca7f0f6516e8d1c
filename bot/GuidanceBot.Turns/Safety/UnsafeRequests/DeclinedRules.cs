using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety.UnsafeRequests;

/// <summary>All that declined-requests.yaml says, ready for use.</summary>
internal sealed record DeclinedRules(MessageReader Reader, GapRules Gaps, IReadOnlyList<DeclinedRule> Requests);

/// <summary>Words that ask for something the bot declines.</summary>
internal sealed record DeclinedRule(
    string Id, DeclinedOutcome Outcome, IReadOnlyList<Pattern> When, IReadOnlyList<Pattern> Needs, IReadOnlyList<Pattern> Unless);

internal sealed record DeclinedOutcome(DeclinedKind Kind, DeclinedAs As, string Template, IReadOnlyList<string> Contacts);
