namespace GuidanceBot.Turns.Safety.UnsafeRequests;

/// <summary>What the bot does not do. Closed: declined-requests.yaml says for each what is answered.</summary>
/// <remarks>In the order in which they are answered when a message asks for several.</remarks>
public enum DeclinedKind
{
    IgnoreRules,
    ApproveUnsafe,
    AlterRecord,
    Hide,
    ScoreOrRank,
    DecideForMe,
    Dose,
    Diagnose,
    LegalAdvice,
    IdentifyPerson,
    OlderChildren,
    AdultHealth,
    StaffMatters,
    Technical,
    Nonsense,
    OtherTopic,
}

/// <summary>How a declined request counts.</summary>
public enum DeclinedAs
{
    /// <summary>It would be unsafe: a clear no, the reason, the safe way.</summary>
    UnsafeRequest,

    /// <summary>It is about something else: a polite no and a route.</summary>
    OutOfScope,
}
