namespace GuidanceBot.Turns.Safety.Language;

/// <summary>Parts a message into words, sentences and clauses, and recognises the words.</summary>
internal sealed class MessageReader(Vocabulary vocabulary, IReadOnlyDictionary<int, string> symbols, WordGroup contrasts)
{
    private const int LongSentence = 200;

    private readonly record struct Piece(string Text, int Start, int End, Break Before);

    // What stands between two words, from nothing to the end of a sentence.
    private enum Break
    {
        Joined,
        Space,
        Clause,
        Sentence,
    }

    public IReadOnlyList<MessageWord> Read(string message)
    {
        var pieces = Mend(Cut(PlainText.Of(message, symbols)));
        var sentencesCount = SentencesCount(pieces);
        var words = new List<MessageWord>(pieces.Count);
        var recognised = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        var (sentence, clause, sentenceStart) = (0, 0, 0);
        foreach (var piece in pieces)
        {
            if (words.Count > 0 && piece.Before >= Break.Clause)
            {
                clause++;
                sentence += piece.Before == Break.Sentence && sentencesCount ? 1 : 0;
            }

            // Who dictates without a stop still gets sentences of a length that can be weighed; none ends beside a word of the rules.
            if (words.Count > 0 && words[^1].Ids.Count == 0 && words.Count - sentenceStart > LongSentence)
            {
                sentence++;
            }

            if (words.Count > 0 && sentence != words[^1].Sentence)
            {
                sentenceStart = words.Count;
            }

            if (!recognised.TryGetValue(piece.Text, out var ids))
            {
                recognised.Add(piece.Text, ids = vocabulary.Recognise(piece.Text));
            }

            var word = new MessageWord(
                piece.Text, piece.Start, piece.End, sentence, clause, piece.Before == Break.Joined && words.Count > 0, ids);
            if (contrasts.Has(word))
            {
                word = word with { Clause = ++clause };
            }

            words.Add(word);
        }

        return words;
    }

    // "Baby. Not. Breathing." is one sentence: where most sentences are one word long, their ends mean nothing.
    private static bool SentencesCount(List<Piece> pieces)
    {
        var sentences = 1 + pieces.Skip(1).Count(piece => piece.Before == Break.Sentence);
        return sentences < 3 || pieces.Count > sentences * 3 / 2;
    }

    private static List<Piece> Cut(PlainText text)
    {
        var pieces = new List<Piece>();
        var gap = Break.Sentence;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                gap = Wider(gap, BreakAt(text, i));
                i++;
                continue;
            }

            var start = i;
            var word = new System.Text.StringBuilder();
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || BindsLetters(text, i)))
            {
                if (!IsApostrophe(text[i]))
                {
                    word.Append(text[i]);
                }

                i++;
            }

            pieces.Add(new Piece(word.ToString(), text.PositionOf(start), text.PositionOf(i), gap));
            gap = Break.Joined;
        }

        return pieces;
    }

    private static Break Wider(Break a, Break b) => a > b ? a : b;

    private static Break BreakAt(PlainText text, int i)
    {
        var last = i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]);
        return text[i] switch
        {
            '\n' or '!' or '?' => Break.Sentence,
            ';' => Break.Sentence,
            // Dots that trail off are a pause for breath, not the end of a sentence.
            '.' when i > 0 && text[i - 1] == '.' || i + 1 < text.Length && text[i + 1] == '.' => Break.Space,
            '.' => last ? Break.Sentence : Break.Joined,
            ',' or ':' => last ? Break.Clause : Break.Joined,
            '(' or ')' or '[' or ']' or '"' or '“' or '”' or '–' or '—' => Break.Clause,
            '-' => last ? Break.Clause : Break.Joined,
            var c => char.IsWhiteSpace(c) ? Break.Space : Break.Joined,
        };
    }

    // "isn't" is one word, and so are 38.4 and 5/52.
    private static bool BindsLetters(PlainText text, int i)
    {
        if (i == 0 || i + 1 >= text.Length)
        {
            return false;
        }

        return IsApostrophe(text[i])
            ? char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
            : text[i] is '.' or '/' or ',' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ' or '′';

    // Puts together what was parted inside a word, and parts what was written together.
    private List<Piece> Mend(List<Piece> pieces)
    {
        var mended = new List<Piece>(pieces.Count);
        var lettersInRow = 0;
        for (var i = 0; i < pieces.Count;)
        {
            lettersInRow = pieces[i].Text.Length == 1 ? lettersInRow + 1 : 0;
            var (piece, used) = SpelledOut(pieces, i, lettersInRow) ?? Halves(pieces, i) ?? (pieces[i], 1);
            i += used;
            if (!vocabulary.IsOrdinary(piece.Text) && vocabulary.Recognise(piece.Text).Count == 0 && vocabulary.Part(piece.Text) is { } parts)
            {
                mended.AddRange(parts.Select((part, n) => piece with { Text = part, Before = n == 0 ? piece.Before : Break.Space }));
            }
            else
            {
                mended.Add(piece);
            }
        }

        return mended;
    }

    // "b l u e", "B.L.U.E": single letters in a row. Tried from the first three of a row only, so that a message
    // of nothing but letters costs no more than any other.
    private (Piece, int)? SpelledOut(List<Piece> pieces, int at, int lettersInRow)
    {
        const int Longest = 24;
        if (lettersInRow is 0 or > 3)
        {
            return null;
        }

        var letters = 1;
        while (letters < Longest && at + letters < pieces.Count && pieces[at + letters] is { Text.Length: 1, Before: <= Break.Space })
        {
            letters++;
        }

        for (var n = letters; n >= 3; n--)
        {
            var word = string.Concat(pieces.Skip(at).Take(n).Select(p => p.Text));
            if (vocabulary.Knows(word) || vocabulary.Part(word) is not null)
            {
                return Joined(pieces, at, n);
            }
        }

        return null;
    }

    // "brea-thing", "un responsive": the parts of a known word, at least one of them no word itself.
    private (Piece, int)? Halves(List<Piece> pieces, int at)
    {
        for (var n = 2; n <= 3 && at + n <= pieces.Count && pieces[at + n - 1].Before <= Break.Space; n++)
        {
            var parts = pieces.GetRange(at, n);
            var word = string.Concat(parts.Select(p => p.Text));
            var spaced = parts.Skip(1).Any(p => p.Before == Break.Space);
            if (word.Length >= (spaced ? 6 : 4) && vocabulary.Knows(word) && !parts.All(p => vocabulary.Knows(p.Text)))
            {
                return Joined(pieces, at, n);
            }
        }

        return null;
    }

    private static (Piece, int) Joined(List<Piece> pieces, int at, int n) =>
        (pieces[at] with { Text = string.Concat(pieces.Skip(at).Take(n).Select(p => p.Text)), End = pieces[at + n - 1].End }, n);
}
