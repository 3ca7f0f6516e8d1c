using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>The short form of a reply, for a crew on scene: at most <see cref="Reply.LongestBrief"/> UTF-16 code units.</summary>
/// <remarks>
/// It is short by saying less, never by cutting: a sentence stands with what qualifies it, or not at all. Where even the shortest
/// quote is too long, the crew is told so and what to say to read it.
/// </remarks>
internal static class Brief
{
    /// <summary>Words of the quote, tried from the most to the least; the least is the one sentence that answers.</summary>
    private static readonly int[] Lengths = [40, 30, 20, 0];

    /// <summary>Contacts that are listed.</summary>
    private const int MostContacts = 3;

    /// <param name="hit">The best passage.</param>
    /// <param name="citations">The sources of the whole reply, so that the numbers are the same.</param>
    /// <param name="wording">The words around it.</param>
    public static string Of(ScoredPassage hit, CitationList citations, BotWording wording)
    {
        var heading = wording.Say("PassageHeading", ("heading", hit.Passage.Heading));
        foreach (var words in Lengths)
        {
            var excerpt = Excerpt.Of(hit.Passage, hit.BestSentences, words, bestOnly: words == 0);
            QuoteCheck.Confirm(hit.Passage, excerpt.Quotes);
            var text = $"{heading}\n\n{excerpt.Markdown([])} {citations.MarksFor(excerpt)}\n\n{wording.Say("BriefDraft")}";
            if (text.Length <= Reply.LongestBrief)
            {
                return text;
            }
        }

        return $"{heading}\n\n{wording.Say("BriefTooLong")}";
    }

    /// <summary>Whom to ring: names and numbers.</summary>
    public static string Of(IReadOnlyList<ShownContact> contacts, BotWording wording) => Fit(
        wording.Say("ContactsHeading"),
        contacts.Take(MostContacts).Select(contact => wording.Say(
            "BriefContact", ("name", contact.Name), ("reach", contact.Reach.Split(" · ")[0]), ("closed", contact is { OpenNow: false, Hours.Length: > 0 }))));

    /// <summary>What to choose from.</summary>
    public static string Of(IReadOnlyList<string> headings, BotWording wording) => Fit(
        wording.Say("BriefChoose"), headings.Select((heading, index) => wording.Say("ChooseLine", ("number", index + 1), ("heading", heading))));

    /// <summary>As many lines as fit.</summary>
    private static string Fit(string text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (text.Length + 1 + line.Length > Reply.LongestBrief)
            {
                break;
            }

            text += $"\n{line}";
        }

        return text;
    }
}
