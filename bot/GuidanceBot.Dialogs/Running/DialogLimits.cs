namespace GuidanceBot.Dialogs.Running;

/// <summary>The most that one turn may do, so that no content can hold the program. Reached, the turn ends with an error.</summary>
public sealed record DialogLimits
{
    /// <summary>Actions begun and events raised in one turn; 2,000 unless set.</summary>
    public int StepsPerTurn { get; init; } = 2_000;

    /// <summary>Dialogs and actions on the stack at once, all levels together; 100 unless set.</summary>
    public int StackDepth { get; init; } = 100;

    /// <summary>Activities sent in one turn; 50 unless set.</summary>
    public int ActivitiesPerTurn { get; init; } = 50;

    /// <summary>Characters of text in the activities of one turn; 200,000 unless set.</summary>
    public int CharactersPerTurn { get; init; } = 200_000;

    /// <summary>Bytes of state after a turn; 1,000,000 unless set.</summary>
    public int StateBytes { get; init; } = 1_000_000;

    /// <summary>Errors that <c>OnError</c> triggers may handle in one turn; 5 unless set.</summary>
    public int HandledErrorsPerTurn { get; init; } = 5;

    /// <summary>How long one regular expression that needs backtracking may take; 100 milliseconds unless set.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(100);
}
