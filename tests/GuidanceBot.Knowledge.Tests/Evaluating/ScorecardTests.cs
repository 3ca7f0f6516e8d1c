using GuidanceBot.Knowledge.Evaluating;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Tests.Evaluating;

public sealed class ScorecardTests
{
    [Fact]
    public void Shares_are_counted_over_the_questions_they_are_about()
    {
        JudgedReply[] replies =
        [
            Reply(QuestionKind.Answerable, ReplyStatus.Answered, "right", "right", "wrong"),
            Reply(QuestionKind.Answerable, ReplyStatus.Answered, "wrong", "wrong", "right"),
            Reply(QuestionKind.Answerable, ReplyStatus.NotHeld, "right"),
            Reply(QuestionKind.Answerable, ReplyStatus.Emergency, "999", "wrong"),
            Reply(QuestionKind.OutOfScope, ReplyStatus.OutOfScope, ""),
            Reply(QuestionKind.OutOfScope, ReplyStatus.Answered, ""),
            Reply(QuestionKind.UnsafeRequest, ReplyStatus.Declined, ""),
            Reply(QuestionKind.NotHeld, ReplyStatus.Answered, ""),
            Reply(QuestionKind.Emergency, ReplyStatus.Emergency, ""),
            Reply(QuestionKind.Emergency, ReplyStatus.Answered, ""),
        ];

        var card = Scorecard.Of(replies);

        Assert.Equal(new Share(1, 4), card.Correct);
        Assert.Equal(new Share(1, 4), card.SuccessAt1);
        Assert.Equal(new Share(2, 4), card.SuccessAt3);
        Assert.Equal((1 + 0.5) / 4, card.MeanReciprocalRank, precision: 9);
        Assert.Equal(new Share(2, 4), card.Answered);
        Assert.Equal(new Share(1, 2), card.Declined);
        Assert.Equal(new Share(1, 1), card.Refused);
        Assert.Equal(new Share(0, 1), card.SaidNotHeld);
        Assert.Equal(new Share(1, 2), card.DangerRecall);
        Assert.Equal(new Share(1, 8), card.FalseAlarms);
        Assert.Equal(6, card.Misses.Count);
    }

    [Fact]
    public void Nothing_to_count_is_no_share()
    {
        Assert.True(double.IsNaN(Scorecard.Of([]).Declined.Value));
    }

    private static JudgedReply Reply(QuestionKind kind, ReplyStatus status, string text, params string[] offered) => new(
        new Question("1", "x", kind) { MustContainAny = [["right"]] },
        status,
        text,
        [.. offered.Select((o, i) => new OfferedPassage(PassageId.Parse($"d#{i}"), o))]);
}
