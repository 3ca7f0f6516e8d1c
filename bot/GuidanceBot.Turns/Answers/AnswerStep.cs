using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Turns.Safety.PersonalData;

namespace GuidanceBot.Turns.Answers;

/// <summary>The last step: a question, answered with the guidance's own words, or with a plain "I don't hold that".</summary>
public sealed class AnswerStep(
    IGuidanceSearch search, QuestionReader reader, ContactFinder contacts, AnswerComposer composer) : ITurnStep
{
    private const int Candidates = 6;

    public ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        var reply = Answer(message);
        return ValueTask.FromResult<Reply?>(reply);
    }

    private Reply Answer(Message message)
    {
        var conversation = message.Conversation;
        // Who it is about is not what is asked: names and numbers are neither searched for nor do they make the question look unknown.
        var text = PersonalDataCheck.WithoutIt(Choice(message.Text, conversation) ?? message.Text);
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

        var findings = question.Parts.Select(part => Find(part, question, area, conversation)).ToArray();

        var reply = composer.Compose(findings, area, message.At, question.AsksWhomToReach);
        conversation.LastPassages = [.. reply.Quotes.Select(quote => PassageId.Parse(quote.Passage)).Distinct()];
        return reply;
    }

    /// <summary>What leans on the answer before is searched with its heading; what only may, when it does not stand well alone.</summary>
    private Finding Find(string part, ReadQuestion question, Area? area, Conversation conversation)
    {
        var before = string.Join(' ', conversation.LastPassages.Take(1).Select(composer.HeadingOf));
        var alone = SearchFor(question.IsFollowUp ? before : "");
        return question.MayFollowUp && before.Length > 0 && alone.Result.Band != ConfidenceBand.Answer
            && SearchFor(before) is var together && together.Result.Confidence > alone.Result.Confidence
                ? together
                : alone;

        Finding SearchFor(string context) => new(part, search.Search(new SearchRequest(part)
        {
            Area = area,
            Audience = conversation.Person.Role,
            Limit = Candidates,
            Context = context,
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
