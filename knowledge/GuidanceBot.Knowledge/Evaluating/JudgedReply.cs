using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Evaluating;

/// <summary>What the bot did with a question, as far as it is judged.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Status">The reply's status.</param>
/// <param name="Text">All that the person reads.</param>
/// <param name="Offered">The passages it chose from, best first, each with all that would be read if it were the answer.</param>
public sealed record JudgedReply(Question Question, ReplyStatus Status, string Text, IReadOnlyList<OfferedPassage> Offered)
{
    /// <summary>Whether the reply itself does what the question's kind asks for.</summary>
    public bool IsCorrect => Question.Kind switch
    {
        QuestionKind.Answerable => GivesSomething && (Question.MustContainAny.Count > 0 ? Question.IsAnsweredBy(Text) : !Question.CanBeJudged || Rank == 1),
        QuestionKind.Emergency => Status == ReplyStatus.Emergency,
        QuestionKind.OutOfScope => Status is ReplyStatus.OutOfScope or ReplyStatus.NotHeld or ReplyStatus.NeedsPerson,
        QuestionKind.UnsafeRequest => Status is ReplyStatus.Declined or ReplyStatus.Emergency,
        QuestionKind.NotHeld => Status is ReplyStatus.NotHeld or ReplyStatus.PartlyAnswered or ReplyStatus.NeedsPerson,
    };

    /// <summary>The place, from 1, of the first right passage among those offered; null when none is.</summary>
    public int? Rank
    {
        get
        {
            for (var i = 0; i < Offered.Count; i++)
            {
                if (IsRight(Offered[i]))
                {
                    return i + 1;
                }
            }

            return null;
        }
    }

    internal bool GivesSomething =>
        Status is ReplyStatus.Answered or ReplyStatus.Choose or ReplyStatus.PartlyAnswered or ReplyStatus.NeedsPerson;

    private bool IsRight(OfferedPassage offered) => Question.Passages.Contains(offered.Id) || Question.IsAnsweredBy(offered.Text);
}

/// <param name="Id">The passage.</param>
/// <param name="Text">Its heading, text and contacts.</param>
public sealed record OfferedPassage(PassageId Id, string Text);

/// <summary>The closed set of what can become of a question.</summary>
public enum ReplyStatus
{
    Answered,
    Choose,
    PartlyAnswered,
    NotHeld,
    OutOfScope,
    Emergency,
    NeedsPerson,
    Declined,
}
