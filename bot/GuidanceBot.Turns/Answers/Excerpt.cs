using System.Text;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Turns.Answers;

/// <summary>Which sentences of a passage one reply quotes: whole when it is short, else the ones that answer, with what qualifies them.</summary>
/// <remarks>
/// A sentence never stands without the sentences that limit it ("Unless …"), a list never without the line that introduces it.
/// What is left out is left out whole, so that each part is a run of the passage's own characters.
/// </remarks>
internal sealed class Excerpt
{
    private Excerpt(Passage passage, IReadOnlyList<Range> parts, bool isWhole)
    {
        Passage = passage;
        Parts = parts;
        IsWhole = isWhole;
    }

    public Passage Passage { get; }

    /// <summary>Ranges of sentence numbers, in the order of the passage.</summary>
    public IReadOnlyList<Range> Parts { get; }

    /// <summary>Whether nothing of the passage was left out.</summary>
    public bool IsWhole { get; }

    /// <summary>The quotes, each exactly as it stands in the passage.</summary>
    public IEnumerable<string> Quotes => Parts.Select(TextOf);

    /// <summary>The codes of the sources of what is quoted, in the order they come.</summary>
    public IEnumerable<string> Sources => Parts
        .SelectMany(part => Passage.Sentences.Take(part))
        .SelectMany(sentence => sentence.Sources)
        .Distinct(StringComparer.Ordinal);

    /// <param name="passage">What to quote from.</param>
    /// <param name="best">Numbers of the sentences that answer, best first; may be empty.</param>
    /// <param name="maxWords">The most words, about: what qualifies a sentence is never cut off to keep to it.</param>
    /// <param name="bestOnly">Quote the sentences that answer and no others; with none, the first.</param>
    public static Excerpt Of(Passage passage, IReadOnlyList<int> best, int maxWords, bool bestOnly = false)
    {
        var count = passage.Sentences.Count;
        if (count == 0 || (!bestOnly && Words(passage.Text) <= maxWords))
        {
            return new Excerpt(passage, [0..count], isWhole: true);
        }

        var taken = new bool[count];
        var words = 0;

        // What answers first, then the sentence that answers the heading, then the rest in the passage's order.
        var order = bestOnly ? (best.Count > 0 ? best.Take(1) : [0]) : best.Append(0).Concat(Enumerable.Range(0, count));
        foreach (var number in order)
        {
            var together = Together(passage, number).Where(n => !taken[n]).ToArray();
            var length = together.Sum(n => Words(passage.TextOf(passage.Sentences[n])));
            if (together.Length > 0 && (words == 0 || words + length <= maxWords))
            {
                words += length;
                Array.ForEach(together, n => taken[n] = true);
            }
        }

        return new Excerpt(passage, [.. Runs(taken)], taken.All(t => t));
    }

    /// <summary>What is quoted, cut where it may be cut: a sentence with those that limit it, a list with what introduces it.</summary>
    /// <param name="best">Numbers of the sentences that answer.</param>
    public IEnumerable<QuotedUnit> Units(IReadOnlyList<int> best)
    {
        foreach (var part in Parts)
        {
            var (first, length) = part.GetOffsetAndLength(Passage.Sentences.Count);
            for (var number = first; number < first + length;)
            {
                var next = number + 1;
                while (next < first + length && (Follows(Passage, next) || (Passage.Sentences[next].IsListItem && Passage.Sentences[next - 1].IsListItem)))
                {
                    next++;
                }

                var sentences = Enumerable.Range(number, next - number).ToArray();
                yield return new QuotedUnit(
                    TextOf(number..next),
                    sentences.Any(n => Passage.Sentences[n] is { QualifiesPrevious: true } or { Modality: Modality.Must or Modality.DoNot }),
                    sentences.Any(best.Contains));
                number = next;
            }
        }
    }

    /// <summary>The quotes as they are shown: the sentences that answer in bold, the parts joined by an ellipsis.</summary>
    public string Markdown(IReadOnlyList<int> bold)
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            if (text.Length > 0)
            {
                text.Append("\n\n… ");
            }

            AppendPart(text, part, bold);
        }

        return text.ToString();
    }

    private void AppendPart(StringBuilder text, Range part, IReadOnlyList<int> bold)
    {
        var (first, length) = part.GetOffsetAndLength(Passage.Sentences.Count);
        var position = Begin(first);
        for (var number = first; number < first + length; number++)
        {
            var sentence = Passage.Sentences[number];
            text.Append(Passage.Text, position, sentence.Start - position);
            var emphasised = bold.Contains(number);
            text.Append(emphasised ? "**" : "").Append(Passage.TextOf(sentence)).Append(emphasised ? "**" : "");
            position = sentence.End;
        }
    }

    private string TextOf(Range part)
    {
        var (first, length) = part.GetOffsetAndLength(Passage.Sentences.Count);
        if (length == 0)
        {
            return Passage.Text;
        }

        var begin = Begin(first);
        return Passage.Text[begin..Passage.Sentences[first + length - 1].End];
    }

    /// <summary>A list item is quoted with its marker.</summary>
    private int Begin(int number)
    {
        var sentence = Passage.Sentences[number];
        var before = Passage.Text.LastIndexOf('\n', Math.Max(0, sentence.Start - 1)) + 1;
        return sentence.IsListItem && sentence.Start - before <= 4 ? before : sentence.Start;
    }

    /// <summary>The sentence, with those that qualify it and, in a list, the line that introduces it.</summary>
    private static IEnumerable<int> Together(Passage passage, int number)
    {
        var first = number;
        while (first > 0 && passage.Sentences[first].QualifiesPrevious)
        {
            first--;
        }

        if (passage.Sentences[first].IsListItem)
        {
            var intro = first;
            while (intro > 0 && passage.Sentences[intro].IsListItem)
            {
                intro--;
            }

            for (var n = intro; n < first && passage.Sentences[intro].IntroducesList; n++)
            {
                yield return n;
            }
        }

        for (var n = first; n < passage.Sentences.Count && (n == first || Follows(passage, n)); n++)
        {
            yield return n;
        }
    }

    private static bool Follows(Passage passage, int number) =>
        passage.Sentences[number].QualifiesPrevious
        || (passage.Sentences[number - 1].IntroducesList && passage.Sentences[number].IsListItem);

    private static IEnumerable<Range> Runs(bool[] taken)
    {
        var start = -1;
        for (var n = 0; n <= taken.Length; n++)
        {
            var isTaken = n < taken.Length && taken[n];
            if (isTaken && start < 0)
            {
                start = n;
            }
            else if (!isTaken && start >= 0)
            {
                yield return start..n;
                start = -1;
            }
        }
    }

    private static int Words(string text) => text.AsSpan().Count(' ') + text.AsSpan().Count('\n') + 1;
}
