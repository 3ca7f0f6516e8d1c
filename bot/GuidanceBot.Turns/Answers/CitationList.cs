using System.Globalization;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>Numbers the sources of one reply as its quotes use them. The same source keeps its number.</summary>
/// <remarks>Citations are built here from the stored passage and from nowhere else.</remarks>
internal sealed class CitationList(BotWording wording)
{
    private readonly List<Citation> _citations = [];

    public IReadOnlyList<Citation> All => _citations;

    /// <summary>Adds what an excerpt is based on.</summary>
    /// <remarks>Sentences of our own have no source to cite; when all of an excerpt is ours, that is said in place of one.</remarks>
    /// <returns>The marks that stand behind the quote, for example <c>[1][2]</c>.</returns>
    public string MarksFor(Excerpt excerpt) =>
        string.Concat(Cited(excerpt)
            .Select(code => SourceOf(excerpt.Passage.Document, code))
            .Select(source => NumberOf(source, excerpt.Passage))
            .Distinct()
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"[{number}]")));

    private static IEnumerable<string> Cited(Excerpt excerpt)
    {
        var outside = excerpt.Sources.Where(code => code != Source.Ours).ToArray();
        return outside.Length > 0 ? outside : excerpt.Sources;
    }

    private Source SourceOf(Document document, string code) =>
        document.Sources.TryGetValue(code, out var source)
            ? source
            : new Source(Source.Ours, wording.Say("OurOwnWording"), null, Iso(document.Effective), SourceConfidence.Medium);

    private int NumberOf(Source source, Passage passage)
    {
        var url = source.Url?.ToString() ?? "";
        var known = _citations.FindIndex(c => c.Title == source.Title && c.Url == url);
        if (known < 0)
        {
            known = _citations.Count;
            _citations.Add(new Citation(
                known + 1,
                source.Title,
                $"{passage.Document.Title}: {passage.Heading}",
                url,
                source.Date,
                passage.Area.ToString().ToLowerInvariant()));
        }

        return known + 1;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
