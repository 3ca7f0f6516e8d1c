using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching.Questions;

namespace GuidanceBot.Knowledge.Searching.Ranking;

/// <summary>Marks the sentence of a passage that answers.</summary>
/// <remarks>
/// By the share of the question's telling words that a sentence holds, without regard to how often or how long, and a cue: a
/// question that asks how many, when or who is answered by a sentence with a number, a time or a name.
/// </remarks>
internal static partial class SentencePicker
{
    /// <summary>What a fitting cue is worth, against 1 for all the question's words.</summary>
    private const double Cue = 0.2;

    /// <summary>A second sentence is marked when it reaches this share of the best.</summary>
    private const double NearlyAsGood = 0.9;

    private const int FewestContentWords = 4;

    /// <param name="passage">Where to look.</param>
    /// <param name="terms">The terms of each of its sentences.</param>
    /// <param name="questionText">As it was asked.</param>
    /// <param name="question">As it is searched.</param>
    /// <returns>Indexes of one or two sentences in the order of the text; none when no sentence holds a word of the question.</returns>
    public static IReadOnlyList<int> Pick(Passage passage, int[][] terms, string questionText, AskedQuestion question)
    {
        var cue = CueOf(questionText);
        var all = question.Groups.Sum(g => g.Idf * g.Weight);
        var scores = new List<(int Index, double Score)>();
        for (var i = 0; i < terms.Length; i++)
        {
            var overlap = terms[i].Length < FewestContentWords ? 0 : Overlap(question, terms[i]);
            if (overlap > 0)
            {
                var fits = cue is not null && cue.IsMatch(passage.Text.AsSpan(passage.Sentences[i].Start, passage.Sentences[i].Length));
                scores.Add((i, (overlap / all) + (fits ? Cue : 0)));
            }
        }

        if (scores.Count == 0)
        {
            return [];
        }

        var ranked = scores.OrderByDescending(s => s.Score).ThenBy(s => s.Index).ToList();
        return [.. ranked.Take(2).Where(s => s.Score >= NearlyAsGood * ranked[0].Score).Select(s => s.Index).Order()];
    }

    private static double Overlap(AskedQuestion question, int[] held)
    {
        var overlap = 0.0;
        foreach (var group in question.Groups)
        {
            var best = 0.0;
            foreach (var way in group.Ways)
            {
                var idf = 0.0;
                foreach (var slot in way.Slots)
                {
                    idf += held.AsSpan().Contains(question.Terms[slot].Term) ? question.Terms[slot].Idf : 0;
                }

                best = Math.Max(best, way.Weight * idf / Math.Sqrt(way.Slots.Count));
            }

            overlap += group.Weight * best;
        }

        return overlap;
    }

    private static Regex? CueOf(string question) =>
        AsksForNumber().IsMatch(question) ? Number()
        : AsksForTime().IsMatch(question) ? Time()
        : AsksForPerson().IsMatch(question) ? Name()
        : null;

    [GeneratedRegex("""\bhow\s+(?:many|much|long|old|often|far|soon|quick(?:ly)?|big|thick|hot|cold|warm|likely|risky|common)\b|\bwhat(?:['’]?s|\s+is)?\s+(?:the\s+)?(?:\w+\s+)?(?:ratio|figure|age|temp(?:erature)?|odds|number|rate|limit|depth|dose|percent(?:age)?)\b|\bodds\b|\bstats?\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForNumber();

    [GeneratedRegex("""\bwhen\b|\bwhat\s+(?:time|day|date|year)\b|\b(?:deadline|timescale|time\s*limit|by\s+when)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForTime();

    [GeneratedRegex("""\bwho(?:m|['’]?s|se)?\b|\bwhich\s+(?:team|service|agency|number|person)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksForPerson();

    [GeneratedRegex("""\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|twice|once|double|hundred|thousand)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("""\b(?:\d+|one|two|three|four|five|six|ten|same|next|within|every)\b[\w\s-]{0,20}\b(?:hours?|days?|weeks?|months?|years?|minutes?)\b|\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|immediately|straight\s+away|at\s+once)\b""", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    /// <summary>Two capitalised words running, or a role.</summary>
    [GeneratedRegex("""\b\p{Lu}\w+\s+\p{Lu}\w+|\b(?:manager|lead|nurse|visitor|worker|doctor|police|champion|midwife|paediatrician|chair|service|team|GP)\b""", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
