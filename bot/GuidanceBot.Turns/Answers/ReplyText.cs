using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>The text of a reply, a paragraph at a time. Empty ones leave no gap.</summary>
internal sealed class ReplyText(BotWording wording)
{
    private readonly List<string> _paragraphs = [];
    private readonly List<QuotedPassage> _quoted = [];

    public ReplyText Add(string paragraph)
    {
        if (paragraph.Length > 0)
        {
            _paragraphs.Add(paragraph);
        }

        return this;
    }

    public ReplyText AddQuoted(QuotedPassage quoted)
    {
        _quoted.Add(quoted);
        return Add(quoted.Shown);
    }

    public ReplyText Add(string heading, string lines) => lines.Length > 0 ? Add($"{heading}\n{lines}") : this;

    public ReplyText AddList(string heading, IReadOnlyList<string> items) =>
        items.Count > 0 ? Add(heading, string.Join('\n', items.Select(item => $"- {item}"))) : this;

    /// <summary>The sources by number, then the pages of ours that were quoted.</summary>
    public ReplyText AddSources(IReadOnlyList<Citation> citations) =>
        Add(
            wording.Say("SourcesHeading"),
            string.Join('\n', citations.Select(SourceLine).Concat(citations
                .DistinctBy(citation => citation.Section)
                .Select(citation => wording.Say(
                    "QuotedFrom",
                    ("section", citation.Section),
                    ("area", wording.Say("AreaName", ("area", citation.Area))))))));

    public Reply ToReply(ReplyStatus status) => new() { Status = status, Text = string.Join("\n\n", _paragraphs), Quoted = _quoted };

    private string SourceLine(Citation citation) => wording.Say(
        citation.Url.Length > 0 ? "SourceLink" : "SourceLine",
        ("position", citation.Position),
        ("title", citation.Title),
        ("date", citation.Date),
        ("url", citation.Url));
}
