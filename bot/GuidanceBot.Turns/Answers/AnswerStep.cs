using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Turns.Safety;
using GuidanceBot.Turns.Safety.PersonalData;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Answers;

/// <summary>The last step: a question, answered with the guidance's own words, or with a plain "I don't hold that".</summary>
public sealed class AnswerStep(
    IGuidanceSearch search, QuestionReader reader, ContactFinder contacts, AnswerComposer composer, SafetyCheck safety, BotWording wording,
    IAnswerWording? model = null, IQuestionRewriting? rewriting = null, IQuestionMeaning? meaning = null) : ITurnStep
{
    private const int Candidates = 6;

    public async ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        var conversation = message.Conversation;
        // Who it is about is not what is asked: names and numbers are neither searched for nor do they make the question look unknown.
        var asked = Choice(message.Text, conversation) ?? message.Text;
        var text = PersonalDataCheck.WithoutIt(asked);
        if (!reader.IsEnglish(text))
        {
            return composer.NotEnglish();
        }

        var question = reader.Read(text);
        var area = question.Area ?? conversation.Person.Area;

        var named = question.AsksWhomToReach ? contacts.NamedIn(text, area) : [];
        if (named.Count > 0)
        {
            return composer.Contacts(named, message.At);
        }

        var parts = await WholeQuestionAsync(question, message, cancellationToken) is { } whole ? [whole] : question.Parts;
        var findings = new List<Finding>();
        foreach (var part in parts)
        {
            findings.Add(await FindAsync(part, question, area, conversation, cancellationToken));
        }


        var reply = composer.Compose(findings, area, message.At, question.AsksWhomToReach);
        conversation.LastPassages = [.. reply.Quotes.Select(quote => PassageId.Parse(quote.Passage)).Distinct()];
        return question.AsksWhomToReach ? reply : await WordedAsync(reply, asked, message, cancellationToken);
    }

    /// <summary>The answer in plainer words, where a model may give them: nobody spoke of danger, and nothing of it tells what to do in one.</summary>
    private async ValueTask<Reply> WordedAsync(Reply reply, string question, Message message, CancellationToken cancellationToken) =>
        model is not null && message.Conversation is { QuotesOnly: false, Person.Role: not Audience.Ambulance } && WordedReply.MayBe(reply)
        && safety.Examine(message.Text).Hint is null
        && await model.WordAsync(question, reply.Quoted, cancellationToken) is { } worded
            ? WordedReply.Of(reply, worded, wording)
            : reply;

    private async ValueTask<string?> WholeQuestionAsync(ReadQuestion question, Message message, CancellationToken cancellationToken)
    {
        if (rewriting is null || !question.IsFollowUp || message.Conversation.QuotesOnly)
        {
            return null;
        }

        var headings = message.Conversation.LastPassages.Select(composer.HeadingOf).Where(heading => heading.Length > 0).ToArray();
        return headings.Length > 0 ? await rewriting.RewriteAsync(message.Text, headings, cancellationToken) : null;
    }

    /// <summary>What leans on the answer before is searched with its heading; what only may, when it does not stand well alone.</summary>
    private async ValueTask<Finding> FindAsync(
        string part, ReadQuestion question, Area? area, Conversation conversation, CancellationToken cancellationToken)
    {
        var before = string.Join(' ', conversation.LastPassages.Take(1).Select(composer.HeadingOf));
        var alone = await SearchForAsync(question.IsFollowUp ? before : "");
        return question.MayFollowUp && before.Length > 0 && alone.Result.Band != ConfidenceBand.Answer
            && await SearchForAsync(before) is var together && together.Result.Confidence > alone.Result.Confidence
                ? together
                : alone;

        async ValueTask<Finding> SearchForAsync(string context) => new(part, search.Search(new SearchRequest(part)
        {
            Area = area,
            Audience = conversation.Person.Role,
            Limit = Candidates,
            Context = context,
            Direction = meaning is null || conversation.QuotesOnly ? null : await meaning.EncodeAsync($"{context} {part}".Trim(), cancellationToken),
        }));
    }

    /// <summary>"2" means the second of what was offered.</summary>
    private static string? Choice(string text, Conversation conversation) =>
        int.TryParse(text.Trim(' ', '.', ')', '#'), out var number) && number >= 1 && number <= conversation.LastSuggestions.Count
            ? conversation.LastSuggestions[number - 1]
            : null;
}

/// <summary>One part of a question and what the guidance has on it.</summary>
public sealed record Finding(string Part, SearchResult Result)
{
    /// <summary>What can be said to this part.</summary>
    public FindingOutcome Outcome => Result.Best is not { } best || Result.Band == ConfidenceBand.Decline
        ? FindingOutcome.Nothing
        : best.Passage.Status is PassageStatus.NotHeld or PassageStatus.OtherArea
            ? FindingOutcome.Gap
            : Result.Band == ConfidenceBand.Choose
                ? FindingOutcome.Unsure
                : FindingOutcome.Answer;
}

/// <summary>What the guidance has on one part of a question.</summary>
public enum FindingOutcome
{
    /// <summary>Nothing that bears on it.</summary>
    Nothing,

    /// <summary>A passage that says this is not held, or that only another area's rule is.</summary>
    Gap,

    /// <summary>Something near it.</summary>
    Unsure,

    /// <summary>A passage that answers it.</summary>
    Answer,
}
