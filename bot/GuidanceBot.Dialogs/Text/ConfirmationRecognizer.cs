using System.Collections.Frozen;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Text;

/// <summary>Yes and no in the words people use.</summary>
/// <remarks>"Not sure" and "don't know" are neither: an answer that is not one is never taken for yes or no.</remarks>
internal static class ConfirmationRecognizer
{
    private static readonly FrozenSet<string> Yes =
        new[] { "yes", "yeah", "yep", "yup", "y", "ya", "aye", "sure", "ok", "okay", "true", "agree", "agreed", "correct", "right", "affirmative", "absolutely", "definitely", "certainly", "indeed", "👍", "👌" }.ToFrozenSet();

    private static readonly FrozenSet<string> No =
        new[] { "no", "nope", "nop", "nah", "n", "false", "disagree", "incorrect", "wrong", "negative", "never", "👎", "✋" }.ToFrozenSet();

    private static readonly string[] Neither = ["not sure", "not certain", "unsure", "no idea", "not really sure", "not entirely sure", "not quite sure", "no clue", "not definitely"];

    private static readonly string[] PhrasesOfYes = ["of course", "go ahead", "that's right"];

    private static readonly string[] PhrasesOfNo = ["of course not", "no way", "not at all"];

    public static IEnumerable<TextEntity> Recognize(string text)
    {
        // Pictures are two code units; as words they would fall apart.
        var words = new Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            if (words.Skip(at, Neither) is var unclear && unclear > at)
            {
                at = unclear - 1;
                continue;
            }

            var end = words.Skip(at, PhrasesOfNo);
            var value = false;
            if (end == at)
            {
                end = words.Skip(at, PhrasesOfYes);
                value = end > at;
            }

            if (end == at)
            {
                (end, value) = ReadWord(words, at);
            }

            if (end > at)
            {
                yield return words.Entity("boolean", at, end, new DialogObject(2) { ["value"] = Box.Of(value), ["score"] = 1.0 });
                at = end - 1;
            }
        }

        foreach (var sign in Yes.Concat(No).Where(s => !char.IsAsciiLetter(s[0])))
        {
            var start = text.IndexOf(sign, StringComparison.Ordinal);
            if (start >= 0)
            {
                yield return new TextEntity("boolean", start, start + sign.Length, sign, new DialogObject(2) { ["value"] = Box.Of(Yes.Contains(sign)), ["score"] = 1.0 });
            }
        }
    }

    private static (int End, bool Value) ReadWord(Words words, int at)
    {
        // not ok, don't agree, isn't right: no
        if (words[at] is "not" || words[at].EndsWith("n't", StringComparison.Ordinal))
        {
            return Yes.Contains(words[at + 1]) ? (at + 2, false) : (at, false);
        }

        return Yes.Contains(words[at]) ? (at + 1, true) : No.Contains(words[at]) ? (at + 1, false) : (at, false);
    }
}
