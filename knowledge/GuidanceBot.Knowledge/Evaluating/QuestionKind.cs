namespace GuidanceBot.Knowledge.Evaluating;

/// <summary>What sort of reply a question must get. In files in small letters with underscores.</summary>
public enum QuestionKind
{
    Answerable,

    /// <summary>Danger now: the reply leads with 999.</summary>
    Emergency,

    /// <summary>Not this bot's business: declined politely, with a route.</summary>
    OutOfScope,

    /// <summary>Approve something unsafe, rank a family, alter a record, ignore the rules: a clear no.</summary>
    UnsafeRequest,

    /// <summary>Its business, but not known here: said so, and who knows.</summary>
    NotHeld,
}
