using System.Globalization;

namespace GuidanceBot.Dialogs.Inputs;

/// <summary>How choices are looked for in an answer.</summary>
internal sealed record FindOptions(
    bool NoValue = false, bool NoAction = false, bool AllowPartialMatches = false, int MaxTokenDistance = 2,
    bool RecognizeNumbers = true, bool RecognizeOrdinals = true)
{
    public static readonly FindOptions Usual = new();

    public static FindOptions Of(Values.DialogObject o) => new(
        o["noValue"] is true,
        o["noAction"] is true,
        o["allowPartialMatches"] is true,
        (int)(o["maxTokenDistance"] as long? ?? 2),
        o["recognizeNumbers"] is not false,
        o["recognizeOrdinals"] is not false);
}

/// <summary>Finds the choice that an answer means: by its words or a synonym's, else by ordinal, else by number.</summary>
/// <remarks>
/// The words of a choice must occur in order with no more than a few words between them; of several matches the one with the
/// fewest words skipped wins, then the longest choice.
/// </remarks>
internal static class ChoiceFinder
{
    /// <returns>The place of the choice; -1: none.</returns>
    public static int Find(string answer, IReadOnlyList<Choice> choices, FindOptions options, Func<string, bool, IEnumerable<string>> numbersIn)
    {
        var byWords = FindByWords(answer, choices, options);
        if (byWords >= 0)
        {
            return byWords;
        }

        var found = options.RecognizeOrdinals ? [.. numbersIn(answer, true)] : new List<string>();
        if (found.Count == 0 && options.RecognizeNumbers)
        {
            found.AddRange(numbersIn(answer, false));
        }

        foreach (var number in found)
        {
            if (PlaceOf(number, choices.Count) is >= 0 and var place && place < choices.Count)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>A number as a place; "end" and "end-1" count from the last.</summary>
    private static int PlaceOf(string number, int count)
    {
        if (number.StartsWith("end", StringComparison.OrdinalIgnoreCase))
        {
            var back = number.Length == 3 ? "0" : number[3..].TrimStart('-', ' ');
            return int.TryParse(back, NumberStyles.Integer, CultureInfo.InvariantCulture, out var less) ? count - less - 1 : -1;
        }

        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == Math.Floor(value)
            ? (int)Math.Clamp(value - 1, -1, int.MaxValue - 1)
            : -1;
    }

    private static int FindByWords(string answer, IReadOnlyList<Choice> choices, FindOptions options)
    {
        var names = new List<(string Name, int Place)>();
        for (var place = 0; place < choices.Count; place++)
        {
            if (!options.NoValue)
            {
                names.Add((choices[place].Value, place));
            }

            if (!options.NoAction && choices[place].Action?["title"] is string title)
            {
                names.Add((title, place));
            }

            foreach (var synonym in choices[place].Synonyms)
            {
                names.Add((synonym, place));
            }
        }

        var exact = names.FindIndex(name => name.Name.Equals(answer, StringComparison.OrdinalIgnoreCase));
        if (exact >= 0)
        {
            return names[exact].Place;
        }

        var said = Words(answer);
        var found = new List<Match>();
        foreach (var (name, place) in names.OrderByDescending(name => name.Name.Length))
        {
            var wanted = Words(name.Trim());
            for (var from = 0; from < said.Count;)
            {
                if (MatchFrom(said, wanted, from, options) is not { } match)
                {
                    break;
                }

                found.Add(match with { Place = place });
                from = match.End + 1;
            }
        }

        return FirstKept(found);
    }

    /// <summary>Best matches take their words first; of those that remain, the first in the answer counts.</summary>
    private static int FirstKept(List<Match> found)
    {
        var used = new HashSet<int>();
        var places = new HashSet<int>();
        var first = new Match(int.MaxValue, 0, 0, -1);
        foreach (var match in found.OrderByDescending(match => match.Score))
        {
            var words = Enumerable.Range(match.Start, match.End - match.Start + 1);
            if (places.Contains(match.Place) || words.Any(used.Contains))
            {
                continue;
            }

            places.Add(match.Place);
            used.UnionWith(words);
            first = match.Start < first.Start ? match : first;
        }

        return first.Place;
    }

    private static Match? MatchFrom(List<string> said, List<string> wanted, int from, FindOptions options)
    {
        var (matched, skipped, start, end) = (0, 0, -1, -1);
        foreach (var word in wanted)
        {
            var at = said.IndexOf(word, from);
            var distance = matched > 0 ? at - from : 0;
            if (at < 0 || distance > options.MaxTokenDistance)
            {
                continue;
            }

            matched++;
            skipped += distance;
            from = at + 1;
            start = start < 0 ? at : start;
            end = at;
        }

        return matched > 0 && (matched == wanted.Count || options.AllowPartialMatches)
            ? new Match(start, end, matched == wanted.Count ? (double)matched / (matched + skipped) : 0, -1)
            : null;
    }

    /// <summary>Words in lower case: what stands between spaces and punctuation; a character outside the basic plane is a word.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var pair = at < text.Length && char.IsHighSurrogate(text[at]) && at + 1 < text.Length;
            if (at < text.Length && !pair && !IsBreak(text[at]))
            {
                start = start < 0 ? at : start;
                continue;
            }

            if (start >= 0)
            {
                words.Add(text[start..at].ToLowerInvariant());
                start = -1;
            }

            if (pair)
            {
                words.Add(text.Substring(at, 2));
                at++;
            }
        }

        return words;
    }

    private static bool IsBreak(char c) =>
        c is <= '/' or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '\u00BF')
            or (>= '\u02B9' and <= '\u036F') or (>= '\u2000' and <= '\u2BFF') or (>= '\u2E00' and <= '\u2E7F');

    private sealed record Match(int Start, int End, double Score, int Place);
}
