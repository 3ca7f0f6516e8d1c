using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>Puts what a model worded in the place of the quotes, and says that it did.</summary>
internal static class WordedReply
{
    /// <summary>Whether this answer may be worded: it quotes what the partnership says, and nobody needs to act at once.</summary>
    public static bool MayBe(Reply reply) =>
        reply is { Status: ReplyStatus.Answered or ReplyStatus.PartlyAnswered, Quoted.Count: > 0, Pathway: null }
        && reply.Quoted.All(quoted => MayBe(quoted.Passage));

    /// <param name="reply">The quoted answer.</param>
    /// <param name="worded">For each passage that it quotes, in order.</param>
    /// <param name="wording">Says the label.</param>
    /// <returns>The answer, worded; the quoted one when nothing of it is a model's.</returns>
    /// <exception cref="QuoteMismatchException">What is said to be a quote is none.</exception>
    public static Reply Of(Reply reply, IReadOnlyList<WordedPassage> worded, BotWording wording)
    {
        if (worded.Count != reply.Quoted.Count || !worded.Any(passage => passage.Sentences.Any(sentence => !sentence.IsQuote)))
        {
            return reply;
        }

        var (text, at) = (reply.Text, 0);
        foreach (var (quoted, said) in reply.Quoted.Zip(worded))
        {
            QuoteCheck.Confirm(quoted.Passage, said.Sentences.Where(sentence => sentence.IsQuote).Select(sentence => sentence.Text));
            var place = text.IndexOf(quoted.Shown, at, StringComparison.Ordinal);
            var words = $"{Paragraph(said)} {quoted.Marks}".TrimEnd();
            text = string.Concat(text.AsSpan(0, place), words, text.AsSpan(place + quoted.Shown.Length));
            at = place + words.Length;
        }

        return reply with { Text = $"{text[..at]}\n\n{wording.Say("WordedNotice")}{text[at..]}", Worded = worded };
    }

    /// <summary>Not what tells how to act in an emergency, nor what is not the partnership's rule as it stands.</summary>
    private static bool MayBe(Knowledge.Passages.Passage passage) =>
        passage.Status == Knowledge.Passages.PassageStatus.Held
        && !passage.Pathways.Any(UrgentPathways.Contains)
        && !UrgentNumbers.Any(number => passage.Text.Contains(number, StringComparison.Ordinal));

    private static readonly string[] UrgentPathways = ["emergency", "crew"];

    private static readonly string[] UrgentNumbers = ["999", "111", "101", "112"];

    /// <summary>A quote stands in quotation marks; one of several lines as a paragraph of its own.</summary>
    private static string Paragraph(WordedPassage passage) => string.Concat(passage.Sentences.Select((sentence, index) =>
    {
        var words = sentence.IsQuote ? $"“{sentence.Text}”" : sentence.Text;
        var parted = sentence.Text.Contains('\n', StringComparison.Ordinal)
            || (index > 0 && passage.Sentences[index - 1].Text.Contains('\n', StringComparison.Ordinal));
        return index == 0 ? words : $"{(parted ? "\n\n" : " ")}{words}";
    }));
}
