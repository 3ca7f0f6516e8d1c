namespace GuidanceBot.Knowledge.Passages;

/// <summary>Whether a document is still fresh enough to be served.</summary>
public enum ReviewStatus
{
    /// <summary>Its review date has not passed.</summary>
    Current,

    /// <summary>Its review date has passed: shown under a warning.</summary>
    PastReview,

    /// <summary>Its review is overdue by more than <see cref="Document.GraceDays"/> days: withheld unless asked for, its owner named.</summary>
    PastGrace,
}
