using GuidanceBot.Turns.Safety.Language;

namespace GuidanceBot.Turns.Safety;

/// <summary>Words that tell of a danger, as danger-signs.yaml has them.</summary>
internal sealed record DangerSign(
    string Id,
    DangerOutcome Outcome,
    IReadOnlyList<Pattern> When,
    IReadOnlyList<Pattern> Alone,
    IReadOnlyList<Pattern> Needs,
    IReadOnlyList<Pattern> Unless,
    IReadOnlyList<Pattern> UnlessAnywhere,
    SignSubject About,
    DangerOutcome? OfAdult,
    bool Negatable,
    PastRule Past,
    bool GeneralExcuses);

/// <summary>What to do about one kind of danger.</summary>
internal sealed record DangerOutcome(
    DangerKind Kind, DangerLevel Level, string Template, IReadOnlyList<string> Contacts, string? Pathway);

/// <summary>Whom a sign speaks of.</summary>
internal enum SignSubject
{
    /// <summary>A baby; said of an adult it means something else or nothing.</summary>
    Child,

    /// <summary>Any person; said of a thing it means nothing.</summary>
    Person,

    /// <summary>Anyone or anything.</summary>
    Anyone,
}

/// <summary>How far back a sign must lie not to be an alarm.</summary>
internal enum PastRule
{
    /// <summary>Always an alarm: a baby who was shaken last week has not been seen yet.</summary>
    Never,

    /// <summary>Months or years.</summary>
    LongAgo,

    /// <summary>Days or weeks.</summary>
    Recent,
}
