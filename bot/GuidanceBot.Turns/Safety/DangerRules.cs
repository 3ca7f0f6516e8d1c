using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety;

/// <summary>All that danger-signs.yaml says, ready for use.</summary>
internal sealed record DangerRules(
    MessageReader Reader,
    GapRules Gaps,
    IReadOnlyList<DangerSign> Signs,
    ContextWords Words,
    ContextPatterns Context,
    string HintTemplate);

/// <summary>The groups of words by which the check tells a present danger from one denied, past or imagined.</summary>
internal sealed record ContextWords(
    WordGroup Linking, WordGroup Listable, WordGroup Contrast, WordGroup Not, WordGroup No, WordGroup Deny, WordGroup NoneAfter, WordGroup Or,
    WordGroup Child, WordGroup Adult, WordGroup Thing, WordGroup Many, WordGroup Determiner, WordGroup Preposition, WordGroup Upon,
    WordGroup Unassertive, WordGroup Filler);

/// <summary>The same by patterns.</summary>
/// <param name="Idioms">Phrases that use a sign's words and mean nothing of the kind.</param>
/// <param name="NotNegations">"not only", "not sure": negations that deny nothing.</param>
/// <param name="NotConditions">"not sure if": conditions that suppose nothing.</param>
/// <param name="Conditions">What follows is supposed, not seen.</param>
/// <param name="General">The sentence asks for knowledge, not for help.</param>
/// <param name="Assertions">Somebody says that something is so.</param>
/// <param name="Present">It is happening now.</param>
/// <param name="LongAgo">It lies months or years back.</param>
/// <param name="Recent">It lies days or weeks back.</param>
internal sealed record ContextPatterns(
    IReadOnlyList<Pattern> Idioms,
    IReadOnlyList<Pattern> NotNegations,
    IReadOnlyList<Pattern> NotConditions,
    IReadOnlyList<Pattern> Conditions,
    IReadOnlyList<Pattern> General,
    IReadOnlyList<Pattern> Assertions,
    IReadOnlyList<Pattern> Present,
    IReadOnlyList<Pattern> LongAgo,
    IReadOnlyList<Pattern> Recent);
