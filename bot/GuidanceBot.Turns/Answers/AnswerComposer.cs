using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Turns.Wording;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Turns.Answers;

/// <summary>Makes a reply of what was found: quotes first, then whom to call, the sources, and what to do next.</summary>
public sealed class AnswerComposer(
    GuidanceLibrary library, BotWording wording, PathwayCatalogue pathways, IOptions<AnswerOptions> options)
{
    /// <summary>Words that a second passage gets: one sentence, and what qualifies it.</summary>
    private const int SecondWords = 35;

    /// <summary>The least words of the passage that leads, however many parts a question has.</summary>
    private const int ShortestLead = 40;

    /// <summary>From this share of the best passage's score the next one is quoted too.</summary>
    private const double NearlyAsGood = 0.7;

    private readonly AnswerOptions _options = options.Value;

    public Reply NotEnglish() => new() { Status = ReplyStatus.OutOfScope, Text = wording.Say("NotEnglish") };

    /// <summary>The heading of a passage, as context for what is asked next; empty when it has been withdrawn since.</summary>
    public string HeadingOf(PassageId id) => library.Find(id)?.Heading ?? "";

    public Reply Contacts(IReadOnlyList<Contact> named, DateTimeOffset now)
    {
        var list = new ContactList(library.Contacts, wording, Math.Max(named.Count, _options.MaxContacts));
        var shown = list.Exactly(named, now);
        var citations = named.Select((contact, index) => new Citation(
            index + 1,
            contact.Source.Title,
            contact.Name,
            contact.Source.Url?.ToString() ?? "",
            contact.Source.Date,
            contact.Area.ToString().ToLowerInvariant()));

        return new ReplyText(wording)
            .Add(wording.Say("ContactsHeading"), list.Lines(shown, withNotes: true))
            .AddSources([.. citations])
            .ToReply(ReplyStatus.Answered) with
        { Contacts = shown, Citations = [.. citations], Brief = Brief.Of(shown, wording), Confidence = 1 };
    }

    /// <summary>The first people to ring: children's social care by day and by night, and the police.</summary>
    public Reply MainContacts(Area? area, DateTimeOffset now)
    {
        var main = wording.Phrases("MainContacts");
        var list = new ContactList(library.Contacts, wording, main.Count);
        var shown = list.For(main, area, now);
        return new ReplyText(wording)
            .Add(wording.Say("ContactsHeading"), list.Lines(shown))
            .Add(wording.Say("ContactsOutro"))
            .ToReply(ReplyStatus.Answered) with
        { Contacts = shown, Brief = Brief.Of(shown, wording), Confidence = 1 };
    }

    /// <summary>A fixed notice from the wording, with whom to call below it.</summary>
    /// <param name="status">What it counts as.</param>
    /// <param name="template">The template that says it.</param>
    /// <param name="contacts">Ids of the contacts to show, the first to ring first.</param>
    /// <param name="pathway">The guided conversation to offer, or null.</param>
    /// <param name="message">Decides the area and who answers now.</param>
    public Reply Notice(ReplyStatus status, string template, IReadOnlyList<string> contacts, string? pathway, Message message)
    {
        var list = new ContactList(library.Contacts, wording, Math.Max(1, contacts.Count));
        var shown = list.For(contacts, message.Conversation.Person.Area, message.At);
        var said = wording.Say(template);
        return new ReplyText(wording)
            .Add(said)
            .Add(wording.Say("ContactsHeading"), list.Lines(shown))
            .Add(pathways.Offer(pathway, wording))
            .ToReply(status) with
        { Contacts = shown, Brief = said.Length <= Reply.LongestBrief ? said : null, OfferedPathway = pathway, Confidence = 1 };
    }

    /// <summary>A passage from its first word to its last: what "more" shows.</summary>
    /// <param name="id">The passage of the answer before.</param>
    /// <param name="now">Decides whether it is past its review.</param>
    /// <param name="showAnyway">Show it although its review is long overdue; the warning stands above it.</param>
    /// <returns>Null when the passage has been withdrawn since.</returns>
    public Reply? Whole(PassageId id, DateTimeOffset now, bool showAnyway)
    {
        if (library.Find(id) is not { } passage)
        {
            return null;
        }

        var text = new ReplyText(wording);
        var citations = new CitationList(wording);
        var quotes = new List<Quote>();
        var hit = new ScoredPassage(passage, Score: 0, Confidence: 1, BestSentences: [], MatchedTerms: []);
        Quote(hit, int.MaxValue, DateOnly.FromDateTime(EnglishTime.At(now)), text, citations, quotes, showAnyway);
        return text.AddSources(citations.All).ToReply(ReplyStatus.Answered) with
        {
            Quotes = quotes,
            Citations = citations.All,
            Confidence = 1,
        };
    }

    /// <param name="findings">What was found for each part of the question, at least one.</param>
    /// <param name="area">The area asked about, or null.</param>
    /// <param name="now">Decides which contacts answer and what is past its review.</param>
    /// <param name="asksWhomToReach">When nothing found names anybody to ring, the first people to ring are shown.</param>
    public Reply Compose(IReadOnlyList<Finding> findings, Area? area, DateTimeOffset now, bool asksWhomToReach = false)
    {
        var today = DateOnly.FromDateTime(EnglishTime.At(now));
        var answering = findings.Where(f => f.Outcome is FindingOutcome.Answer or FindingOutcome.Gap)
            .DistinctBy(f => f.Result.Best!.Passage.Id)
            .ToArray();
        if (answering.Length == 0)
        {
            var unsure = findings.FirstOrDefault(f => f.Outcome == FindingOutcome.Unsure);
            return asksWhomToReach ? MainContacts(area, now)
                : unsure is null ? NotHeld(findings[0].Result)
                : Choose(unsure.Result, today);
        }

        var second = Second(answering);
        var status = second is not null && answering[0].Outcome == FindingOutcome.Gap && second.Passage.Status != PassageStatus.NotHeld
            ? ReplyStatus.PartlyAnswered
            : StatusOf(findings);
        var text = new ReplyText(wording);
        var citations = new CitationList(wording);
        var quotes = new List<Quote>();
        var words = Math.Max(ShortestLead, (_options.MaxWords / answering.Length) - (second is null ? 0 : SecondWords));
        foreach (var hit in answering.Select(f => f.Result.Best!))
        {
            Quote(hit, words, today, text, citations, quotes);
        }

        if (second is not null)
        {
            Quote(second, SecondWords, today, text, citations, quotes, bestOnly: true);
        }

        if (findings.Any(f => f.Outcome is FindingOutcome.Nothing or FindingOutcome.Unsure))
        {
            text.Add(wording.Say("NotHeldPart"));
        }

        var best = answering[0].Result.Best!;
        var list = new ContactList(library.Contacts, wording, asksWhomToReach ? _options.MaxContacts + 1 : _options.MaxContacts);
        var ids = answering.SelectMany(f => f.Result.Best!.Passage.ContactIds).ToList();
        if (asksWhomToReach)
        {
            ids.InsertRange(0, wording.Phrases("ConcernContacts"));
        }

        var contacts = list.For(ids, area, now);
        var related = Related(findings, quotes);

        if (contacts.Count > 0)
        {
            text.Add(wording.Say("ContactsHeading"), list.Lines(contacts));
        }

        text.AddSources(citations.All)
            .Add(pathways.Offer(best.Passage.Pathway, wording))
            .AddList(wording.Say("RelatedHeading"), related)
            .Add(best.Passage.Document.IsDraft ? wording.Say("DraftNotice") : "");

        return text.ToReply(status) with
        {
            Quotes = quotes,
            Citations = citations.All,
            Contacts = contacts,
            Suggestions = related,
            Brief = Brief.Of(best, citations, wording),
            OfferedPathway = best.Passage.Pathway,
            Offered = Offered(answering),
            Confidence = answering[0].Result.Confidence,
        };
    }

    private void Quote(
        ScoredPassage hit, int words, DateOnly today, ReplyText text, CitationList citations, List<Quote> quotes, bool showAnyway = false, bool bestOnly = false)
    {
        var passage = hit.Passage;
        var document = passage.Document;
        var reviewBy = document.ReviewBy.ToString("d MMMM yyyy", BotWording.English);
        var review = document.ReviewStatusOn(today);
        if (review == ReviewStatus.PastGrace && !showAnyway)
        {
            text.Add(wording.Say("Withheld", ("title", document.Title), ("reviewBy", reviewBy), ("owner", document.Owner)));
            return;
        }

        var excerpt = Excerpt.Of(passage, hit.BestSentences, words, bestOnly);
        QuoteCheck.Confirm(passage, excerpt.Quotes);
        quotes.AddRange(excerpt.Quotes.Select(quote => new Quote(passage.Id.ToString(), quote)));

        var marks = citations.MarksFor(excerpt);
        var shown = new QuotedPassage(passage, [.. excerpt.Units(hit.BestSentences)], $"{excerpt.Markdown(hit.BestSentences)} {marks}".TrimEnd(), marks);
        text.Add(passage.Status == PassageStatus.OtherArea ? wording.Say("OtherAreaWarning") : "")
            .Add(review != ReviewStatus.Current
                ? wording.Say("PastReviewNotice", ("reviewBy", reviewBy), ("owner", document.Owner))
                : "")
            .Add(wording.Say("PassageHeading", ("heading", passage.Heading)))
            .AddQuoted(shown)
            .Add(passage.Status == PassageStatus.Conflict ? wording.Say("ConflictNotice") : "")
            .Add(excerpt.IsWhole || bestOnly ? "" : wording.Say("MoreInPassage"));
    }

    private Reply Choose(SearchResult result, DateOnly today)
    {
        var closest = result.Hits.Take(3).ToArray();
        var text = new ReplyText(wording).Add(wording.Say("ChooseIntro"));
        var citations = new CitationList(wording);
        var quotes = new List<Quote>();
        Quote(closest[0], _options.MaxWords - SecondWords, today, text, citations, quotes);
        if (closest.Length > 1)
        {
            Quote(closest[1], SecondWords, today, text, citations, quotes, bestOnly: true);
        }

        var headings = closest.Select(hit => hit.Passage.Heading).ToArray();
        var lines = headings.Select((heading, index) => wording.Say("ChooseLine", ("number", index + 1), ("heading", heading)));
        return text
            .Add(string.Join('\n', lines))
            .Add(wording.Say("ChooseOutro"))
            .AddSources(citations.All)
            .ToReply(ReplyStatus.Choose) with
        {
            Quotes = quotes,
            Citations = citations.All,
            Suggestions = headings,
            Brief = Brief.Of(headings, wording),
            Offered = [.. result.Hits.Select(hit => hit.Passage.Id)],
            Confidence = result.Confidence,
        };
    }

    private Reply NotHeld(SearchResult result)
    {
        var near = result.Hits.Take(_options.MaxSuggestions).Where(hit => hit.Confidence > 0).Select(hit => hit.Passage.Heading).ToArray();
        return new ReplyText(wording)
            .Add(wording.Say("NotHeld"))
            .AddList(near.Length > 0 ? wording.Say("NotHeldNear") : "", near)
            .ToReply(ReplyStatus.NotHeld) with
        { Suggestions = near, Brief = wording.Say("NotHeld"), Offered = [.. result.Hits.Select(hit => hit.Passage.Id)], Confidence = result.Confidence };
    }

    /// <summary>Another passage that bears on a question of one part nearly as much as the best.</summary>
    private static ScoredPassage? Second(IReadOnlyList<Finding> answering) =>
        answering is [{ Result: { Hits: [var best, var next, ..] } }]
        && next.Score >= best.Score * NearlyAsGood
        && next.Passage.Status is not PassageStatus.OtherArea
            ? next
            : null;

    /// <summary>What each part was answered with, then the other candidates.</summary>
    private static IReadOnlyList<PassageId> Offered(IReadOnlyList<Finding> findings) =>
        [.. findings.Select(f => f.Result.Best!).Concat(findings.SelectMany(f => f.Result.Hits)).Select(hit => hit.Passage.Id).Distinct()];

    private static ReplyStatus StatusOf(IReadOnlyList<Finding> findings)
    {
        var answered = findings.Count(f => f.Outcome == FindingOutcome.Answer);
        return answered == findings.Count ? ReplyStatus.Answered
            : answered > 0 ? ReplyStatus.PartlyAnswered
            : ReplyStatus.NotHeld;
    }

    /// <summary>Headings of other passages that bear on the question, for a next message.</summary>
    private string[] Related(IReadOnlyList<Finding> findings, List<Quote> quotes) =>
        [.. findings
            .SelectMany(f => f.Result.Hits.Where(hit => hit.Score >= f.Result.Best!.Score / 2))
            .Where(hit => hit.Passage.Status != PassageStatus.OtherArea && quotes.TrueForAll(q => q.Passage != hit.Passage.Id.ToString()))
            .Select(hit => hit.Passage.Heading)
            .Distinct(StringComparer.Ordinal)
            .Take(_options.MaxSuggestions)];
}
