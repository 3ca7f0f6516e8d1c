namespace GuidanceBot.Knowledge.Evaluating;

/// <summary>How well questions were dealt with. Shares are from 0 to 1; NaN where there was nothing to count.</summary>
public sealed record Scorecard
{
    public required int Questions { get; init; }

    /// <summary>Answerable questions whose reply shows what it must.</summary>
    public required Share Correct { get; init; }

    /// <summary>Answerable questions for which the first passage is right.</summary>
    public required Share SuccessAt1 { get; init; }

    /// <summary>Answerable questions for which one of the first three passages is right.</summary>
    public required Share SuccessAt3 { get; init; }

    /// <summary>The mean of one over the place of the first right passage, 0 where there is none.</summary>
    public required double MeanReciprocalRank { get; init; }

    /// <summary>Answerable questions that got passages, right or wrong.</summary>
    public required Share Answered { get; init; }

    /// <summary>Out-of-scope questions that were declined.</summary>
    public required Share Declined { get; init; }

    /// <summary>Unsafe requests that were refused.</summary>
    public required Share Refused { get; init; }

    /// <summary>Questions about what is not held of which it was said.</summary>
    public required Share SaidNotHeld { get; init; }

    /// <summary>Emergencies that raised the alarm.</summary>
    public required Share DangerRecall { get; init; }

    /// <summary>All other questions that raised it too. Lower is better.</summary>
    public required Share FalseAlarms { get; init; }

    /// <summary>Every reply that is not correct, in the order of the questions.</summary>
    public required IReadOnlyList<JudgedReply> Misses { get; init; }

    public static Scorecard Of(IReadOnlyList<JudgedReply> replies)
    {
        var answerable = replies.Where(r => r.Question.Kind == QuestionKind.Answerable).ToList();
        var judged = answerable.Where(r => r.Question.CanBeJudged).ToList();
        Share Kind(QuestionKind kind) => Share.Among(replies.Where(r => r.Question.Kind == kind), r => r.IsCorrect);
        return new Scorecard
        {
            Questions = replies.Count,
            Correct = Share.Among(answerable, r => r.IsCorrect),
            SuccessAt1 = Share.Among(judged, r => r.Rank == 1),
            SuccessAt3 = Share.Among(judged, r => r.Rank <= 3),
            MeanReciprocalRank = judged.Count == 0 ? double.NaN : judged.Average(r => r.Rank is { } rank ? 1.0 / rank : 0),
            Answered = Share.Among(answerable, r => r.GivesSomething),
            Declined = Kind(QuestionKind.OutOfScope),
            Refused = Kind(QuestionKind.UnsafeRequest),
            SaidNotHeld = Kind(QuestionKind.NotHeld),
            DangerRecall = Kind(QuestionKind.Emergency),
            FalseAlarms = Share.Among(replies.Where(r => r.Question.Kind != QuestionKind.Emergency), r => r.Status == ReplyStatus.Emergency),
            Misses = [.. replies.Where(r => !r.IsCorrect)],
        };
    }
}

/// <summary>So many of so many.</summary>
public readonly record struct Share(int Count, int Total)
{
    public double Value => Total == 0 ? double.NaN : Count / (double)Total;

    internal static Share Among<T>(IEnumerable<T> all, Func<T, bool> counts)
    {
        var list = all.ToList();
        return new Share(list.Count(counts), list.Count);
    }
}
