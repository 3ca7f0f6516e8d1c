using System.Text;
using System.Text.RegularExpressions;
using GuidanceBot.Knowledge;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Safety.PersonalData;

namespace GuidanceBot.Generation.Screening;

/// <summary>What of a question may leave the program: words that the guidance itself uses, and small numbers. Never a name.</summary>
/// <remarks>
/// A question in which the check for personal data finds anything is not sent at all. Of the others each word that stands nowhere in the guidance
/// goes as an ellipsis, whether it is a name or a slip of the pen; so does a word with a capital letter that the guidance does not write so.
/// </remarks>
internal sealed partial class QuestionScreen
{
    private const string Hidden = "…";

    /// <summary>A longer question is a story.</summary>
    private const int Longest = 1_000;

    private readonly HashSet<string> _lower = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public QuestionScreen(GuidanceLibrary library, QuestionWords words)
    {
        foreach (var text in library.Passages.SelectMany(passage => passage.AlsoCalled.Concat(passage.Asked).Append(passage.Heading).Append(passage.Text))
            .Concat(library.Thesaurus.Entries.SelectMany(entry => entry.From.Concat(entry.To)))
            .Concat(words.EnglishWords).Concat(words.QuestionOpeners).Concat(words.FollowUpOpeners).Concat(words.ReachWords)
            .Concat(words.DerbyPlaces).Concat(words.DerbyshirePlaces))
        {
            foreach (Match match in Piece().Matches(text))
            {
                _written.Add(match.Value);
                if (char.IsLower(match.Value[0]))
                {
                    _lower.Add(match.Value.ToLowerInvariant());
                }
            }
        }
    }

    /// <returns>What may be sent; null when nothing may.</returns>
    public string? ForModel(string question)
    {
        if (question.Length > Longest || PersonalDataCheck.Find(question).Count > 0)
        {
            return null;
        }

        var (screened, at, begins) = (new StringBuilder(question.Length), 0, true);
        foreach (Match match in Piece().Matches(question))
        {
            var between = question[at..match.Index];
            begins |= between.AsSpan().IndexOfAny('.', '?', '!') >= 0 || between.Contains('\n', StringComparison.Ordinal);
            screened.Append(Separators().Replace(between, " ")).Append(MaySend(match.Value, begins) ? match.Value : Hidden);
            (at, begins) = (match.Index + match.Length, false);
        }

        return screened.Append(Separators().Replace(question[at..], " ")).ToString().Trim();
    }

    private bool MaySend(string word, bool begins) =>
        char.IsDigit(word[0]) ? word.Length <= 3
        : _written.Contains(word) || (_lower.Contains(word.ToLowerInvariant()) && (begins || !char.IsUpper(word[0])));

    [GeneratedRegex(@"[0-9]+|\p{L}+(?:['’]\p{L}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    /// <summary>Between words only what ends a sentence or parts it is kept.</summary>
    [GeneratedRegex(@"[^.,?!'’%°\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
