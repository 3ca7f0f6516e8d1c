using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>The words by which a question is read, from <c>bot/wording/questions.lg</c>.</summary>
public sealed class QuestionWords(BotWording wording)
{
    /// <summary>A longer message stands alone, whatever it begins with.</summary>
    public const int MostFollowUpWords = 7;

    /// <summary>A longer message with "it" in it stands alone.</summary>
    public const int MostPronounWords = 9;

    public IReadOnlyList<string> DerbyPlaces { get; } = wording.Phrases("DerbyPlaces");

    public IReadOnlyList<string> DerbyshirePlaces { get; } = wording.Phrases("DerbyshirePlaces");

    public IReadOnlyList<string> ReachWords { get; } = wording.Phrases("ReachWords");

    public IReadOnlySet<string> EnglishWords { get; } = wording.Phrases("EnglishWords").ToHashSet(StringComparer.Ordinal);

    /// <summary>Words that begin a question: "can", "what", "should".</summary>
    public IReadOnlySet<string> QuestionOpeners { get; } = wording.Phrases("QuestionOpeners").ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<string> FollowUpOpeners { get; } = wording.Phrases("FollowUpOpeners");

    /// <summary>Words that may stand for what was answered before: "it", "that".</summary>
    public IReadOnlyList<string> FollowUpPronouns { get; } = wording.Phrases("FollowUpPronouns");

    /// <summary>Whether a message, in plain words, begins as a question does.</summary>
    public bool AsksAQuestion(string plain) => QuestionOpeners.Contains(plain.Split(' ', 2)[0]);
}
