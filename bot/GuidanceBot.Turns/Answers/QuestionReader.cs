using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>What a message asks: its parts, the place it names, and whether it leans on the answer before.</summary>
/// <param name="Parts">The questions in it, at least one, in the order they were asked.</param>
/// <param name="Area">The council area that it names, or null.</param>
/// <param name="IsFollowUp">It does not stand alone ("and in the county?").</param>
/// <param name="MayFollowUp">It is short and says "it" or "that": it leans on the answer before unless it stands well alone.</param>
/// <param name="AsksWhomToReach">It asks for a number, an address or whom to ring.</param>
public sealed record ReadQuestion(IReadOnlyList<string> Parts, Area? Area, bool IsFollowUp, bool MayFollowUp, bool AsksWhomToReach);

/// <summary>Reads a question as people type it. The words it goes by are in <c>bot/wording/questions.lg</c>.</summary>
public sealed partial class QuestionReader(QuestionWords words)
{
    /// <summary>The most parts that are answered one by one; more are searched as one question.</summary>
    private const int MaxParts = 3;

    /// <summary>A shorter message may be English without a common word ("tog rating sleeping bag").</summary>
    private const int MinForeignWords = 4;

    /// <summary>A part with fewer words than this is not a question of its own.</summary>
    private const int MinPartWords = 3;

    public ReadQuestion Read(string text)
    {
        var plain = PlainWords.Of(text);
        return new ReadQuestion(
            Parts(text),
            AreaNamedIn(plain),
            words.FollowUpOpeners.Any(opener => PlainWords.StartsWith(plain, opener)) && WordCount(plain) <= QuestionWords.MostFollowUpWords,
            words.FollowUpPronouns.Any(pronoun => PlainWords.Contains(plain, pronoun)) && WordCount(plain) <= QuestionWords.MostPronounWords,
            words.ReachWords.Any(word => PlainWords.Contains(plain, word)));
    }

    /// <summary>
    /// Whether the guidance, which is in English, can be searched with it: mostly Latin letters, and in a message of several words
    /// at least one common English one.
    /// </summary>
    public bool IsEnglish(string text)
    {
        var letters = text.Count(char.IsLetter);
        if (text.Count(c => char.IsLetter(c) && c < '\u0250') * 2 < letters)
        {
            return false;
        }

        var written = PlainWords.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return written.Length < MinForeignWords || text.All(char.IsAscii) || written.Any(words.EnglishWords.Contains);
    }

    /// <summary>Derby, Derbyshire, or null when neither or both are named.</summary>
    private Area? AreaNamedIn(string plain)
    {
        var derbyshire = words.DerbyshirePlaces.Any(place => PlainWords.Contains(plain, place));
        var derby = words.DerbyPlaces.Any(place => PlainWords.Contains(plain, place));
        return (derby, derbyshire) switch
        {
            (true, false) => Area.Derby,
            (false, true) => Area.Derbyshire,
            _ => null,
        };
    }

    /// <summary>Splits at the marks of a list, at question marks and where "and" begins another question.</summary>
    private static string[] Parts(string text)
    {
        var listed = ListMark().Split(text).Select(s => s.Trim(' ', ',', ';')).ToArray();
        if (listed.Length is > 2 and <= MaxParts + 1)
        {
            // "Two things: 1) … 2) …": what stands before the first is no question.
            return [.. listed.Skip(1).Where(part => part.Length > 0)];
        }

        var sentences = SentenceEnd().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0).ToArray();
        if (sentences.Count(s => s.EndsWith('?')) == 1 && sentences.Length > 1)
        {
            // A story with one question in it: they belong together.
            return [text];
        }

        var questions = sentences.SelectMany(s => AndAnotherQuestion().Split(s)).Select(s => s.Trim()).ToArray();
        return questions.Length is > 1 and <= MaxParts && questions.All(q => WordCount(q) >= MinPartWords)
            ? questions
            : [text];
    }

    private static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?:^|\s)\(?[1-4a-d][).]\s+")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"(?<=[?!.])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+(?:and|also)\s+(?=(?:who|what|when|where|which|how|why|do|does|is|are|can|should|must)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex AndAnotherQuestion();
}
