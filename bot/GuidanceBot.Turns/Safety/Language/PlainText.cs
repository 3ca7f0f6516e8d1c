using System.Globalization;
using System.Text;

namespace GuidanceBot.Turns.Safety.Language;

/// <summary>A message in plain lower-case letters, each of which knows where it stood in the original.</summary>
/// <remarks>
/// Compatibility forms (fullwidth, circled, mathematical letters) are folded as Unicode says (NFKD); accents, invisible and
/// control characters are dropped; letters of other scripts that look like Latin ones become those. A person who pastes from
/// a PDF, or whose phone "improves" what they type, must be understood like anybody else.
/// </remarks>
internal sealed class PlainText
{
    // Cyrillic, Greek and a few others that are drawn like a Latin letter: the pairs that Unicode's confusables table lists
    // for a-z, as far as one can type them on an ordinary keyboard.
    private const string LooksLike =
        "аaвbсcеeнhіiїiјjкkмmоoрpѕsтtуyхxԁdԛqԝwһhɡgɑaαaβbεeηnιiκkνvοoρpτtυuχxγyωwıiłløođdæe";

    private static readonly Dictionary<char, char> Confusables =
        LooksLike.Chunk(2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);

    private readonly StringBuilder _letters;
    private readonly List<int> _positions;

    private PlainText(StringBuilder letters, List<int> positions) => (_letters, _positions) = (letters, positions);

    public int Length => _letters.Length;

    public char this[int index] => _letters[index];

    /// <summary>Where the character at <paramref name="index"/> began in the message; at the end, the message's length.</summary>
    public int PositionOf(int index) => _positions[index];

    public string Slice(int start, int end) => _letters.ToString(start, end - start);

    /// <param name="message">Any text at all; an unpaired surrogate counts as an unknown character.</param>
    /// <param name="symbols">Pictures that stand for a word, by their first code point.</param>
    public static PlainText Of(string message, IReadOnlyDictionary<int, string> symbols)
    {
        var letters = new StringBuilder(message.Length);
        var positions = new List<int>(message.Length + 1);
        var at = 0;
        foreach (var rune in message.EnumerateRunes())
        {
            if (symbols.TryGetValue(rune.Value, out var word))
            {
                AppendWord(word);
            }
            else if (rune.IsAscii)
            {
                if (rune.Value is >= ' ' or '\n' or '\r' or '\t')
                {
                    Append(char.ToLowerInvariant((char)rune.Value));
                }
            }
            else if (!IsNoncharacter(rune))
            {
                AppendFolded(rune);
            }

            at += rune.Utf16SequenceLength;
        }

        positions.Add(message.Length);
        return new PlainText(letters, positions);

        // Code points that Unicode keeps free of characters; normalization refuses them.
        static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

        void AppendFolded(Rune rune)
        {
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            {
                switch (Rune.GetUnicodeCategory(part))
                {
                    // An invisible character must not part a word; a visible unknown one parts words like a space.
                    case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Control:
                        break;
                    case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                        Append('\n');
                        break;
                    default:
                        var lower = Rune.ToLowerInvariant(part);
                        Append(!lower.IsBmp ? ' ' : Confusables.GetValueOrDefault((char)lower.Value, (char)lower.Value));
                        break;
                }
            }
        }

        void AppendWord(string word)
        {
            Append(' ');
            foreach (var c in word)
            {
                Append(c);
            }

            Append(' ');
        }

        void Append(char c)
        {
            letters.Append(c);
            positions.Add(at);
        }
    }
}
