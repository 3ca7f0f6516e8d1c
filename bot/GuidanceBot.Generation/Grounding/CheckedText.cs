using System.Text.RegularExpressions;

namespace GuidanceBot.Generation.Grounding;

/// <summary>A text as the words by which it is compared with another: what carries nothing is left out, what says the same looks the same.</summary>
internal sealed partial class CheckedText
{
    private CheckedText(IReadOnlyList<CheckedWord> words) => Words = words;

    public IReadOnlyList<CheckedWord> Words { get; }

    public int Sentences => Words.Count == 0 ? 0 : Words[^1].Sentence + 1;

    public static CheckedText Of(string text)
    {
        var written = Split(text);
        Expand(written);
        Canonical(written);
        Number(written);
        return new CheckedText([.. written.Where(word => !WordLists.Glue.Contains(word.Text)).Select(Classified)]);
    }

    /// <summary>Words and numbers as they stand, with the breaks between them.</summary>
    private static List<Raw> Split(string text)
    {
        var words = new List<Raw>();
        var (segment, sentence) = (0, 0);
        var begins = true;
        foreach (Match match in Piece().Matches(text))
        {
            if (match.Groups["hard"].Success || match.Groups["soft"].Success)
            {
                if (words.Count > 0)
                {
                    words[^1].BreakAfter = true;
                }

                segment++;
                sentence += match.Groups["hard"].Success ? 1 : 0;
                begins = match.Groups["hard"].Success;
                continue;
            }

            words.Add(new Raw
            {
                Written = match.Value,
                Text = match.Groups["token"].Success ? match.Value : match.Value.Replace('’', '\'').ToLowerInvariant(),
                Segment = segment,
                Sentence = sentence,
                Begins = begins,
                IsToken = match.Groups["token"].Success,
                IsNumber = match.Groups["number"].Success,
            });
            begins = false;
        }

        return words;
    }

    private static void Expand(List<Raw> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (WordLists.Contractions.TryGetValue(words[at].Text, out var both))
            {
                var (one, two) = (both.Split(' ')[0], both.Split(' ')[1]);
                words.Insert(at + 1, words[at].With(two));
                words[at].BreakAfter = false;
                words[at].Text = one;
            }
            else if (words[at] is { IsToken: false, IsNumber: false })
            {
                words[at].Text = Singular(words[at].Text);
            }
        }
    }

    private static void Canonical(List<Raw> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var (said, plain) in WordLists.Plainer)
            {
                if (at + said.Length <= words.Count && said.Select((word, index) => Singular(word) == words[at + index].Text).All(same => same))
                {
                    words[at].BreakAfter = words[at + said.Length - 1].BreakAfter;
                    words[at].Text = plain;
                    words.RemoveRange(at + 1, said.Length - 1);
                    break;
                }
            }
        }
    }

    /// <summary>Numbers in words become digits; "one" only where it counts something.</summary>
    private static void Number(List<Raw> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word.IsNumber)
            {
                word.Text = word.Text.Replace(",", "", StringComparison.Ordinal).TrimEnd('.', ':');
            }
            else if (WordLists.Numbers.TryGetValue(word.Text, out var digits)
                && (word.Text != "one" || (at + 1 < words.Count && (words[at + 1].Text == "in" || WordLists.Units.Contains(words[at + 1].Text)))))
            {
                (word.Text, word.IsNumber) = (digits, true);
            }
            else if (at > 0 && words[at - 1].IsNumber && WordLists.Units.Contains(word.Text))
            {
                word.IsUnit = true;
            }
        }
    }

    /// <summary>Of plurals and verbs the ending "s" only: more would make "bedding" a bed.</summary>
    private static string Singular(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        return word.Length <= 3 || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) ? word
            : word is "always" or "unless" or "does" or "towards" or "sometimes" or "perhaps" ? word
            : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
            : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) ? word[..^2]
            : word.EndsWith('s') ? word[..^1]
            : word;
    }

    private static CheckedWord Classified(Raw word) => new(
        word.Text,
        word.IsToken ? WordKind.Token
        : word.IsNumber || word.IsUnit ? WordKind.Figure
        : WordLists.Negations.Contains(word.Text) ? WordKind.Negation
        : WordLists.Modalities.Contains(word.Text) ? WordKind.Modality
        : WordLists.Conditions.Contains(word.Text) ? WordKind.Condition
        : IsName(word) ? WordKind.Name
        : WordKind.Plain,
        word.Segment,
        word.Sentence,
        word.BreakAfter,
        word.Written);

    private static bool IsName(Raw word) =>
        word.Written.Length > 1 && char.IsUpper(word.Written[0]) && (!word.Begins || word.Written.Skip(1).Any(char.IsUpper));

    // Quotation marks and list signs are passed over; a point in a number or between letters ends nothing.
    [GeneratedRegex(
        @"(?<token>\[\[T[0-9]{1,3}\]\])|(?<number>[£]?[0-9]+(?:[.,:/][0-9]+)*)|(?<word>[%°][CF]?|\p{L}+(?:['’\-]\p{L}+)*)|(?<hard>[.!?;:]+(?=\s|$)|\n)|(?<soft>[,()–—]|\s-\s)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    private sealed class Raw
    {
        public required string Written { get; init; }

        public required string Text { get; set; }

        public required int Segment { get; init; }

        public required int Sentence { get; init; }

        public required bool Begins { get; init; }

        public bool BreakAfter { get; set; }

        public bool IsToken { get; init; }

        public bool IsNumber { get; set; }

        public bool IsUnit { get; set; }

        public Raw With(string text) => new()
        {
            Written = Written,
            Text = text,
            Segment = Segment,
            Sentence = Sentence,
            Begins = false,
            BreakAfter = BreakAfter,
        };
    }
}
