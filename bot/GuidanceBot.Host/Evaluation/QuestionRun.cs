using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Evaluating;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.Evaluation;

/// <summary>Puts questions to the whole turn, each in a conversation of its own, and judges what the person would read.</summary>
/// <param name="turn">The turn.</param>
/// <param name="library">What it answers from.</param>
/// <param name="withModel">A configured model words the answers; else all are quoted.</param>
public sealed class QuestionRun(TurnBoundary turn, GuidanceLibrary library, bool withModel = false)
{
    /// <summary>The moment at which questions are asked unless they say otherwise: an ordinary working morning.</summary>
    public static DateTimeOffset WorkingMorning { get; } =
        new(new DateTime(2026, 11, 25, 10, 15, 0), EnglishTime.Zone.GetUtcOffset(new DateTime(2026, 11, 25, 10, 15, 0)));

    public async Task<(JudgedReply Judged, Reply Reply)> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var conversation = new Conversation { Person = new Person(question.User ?? Audience.Practitioner, question.Area), QuotesOnly = !withModel };
        if (question.After is { } before)
        {
            await turn.ReplyToAsync(before, conversation, cancellationToken);
        }

        var reply = await turn.ReplyToAsync(question.Text, conversation, cancellationToken);
        return (new JudgedReply(question, StatusOf(reply.Status), reply.Text, [.. reply.Offered.Select(Offered)]), reply);
    }

    private OfferedPassage Offered(PassageId id)
    {
        var passage = library.Find(id)!;
        var contacts = passage.ContactIds.Select(library.Contacts.Find).OfType<Contact>()
            .Select(contact => $"{contact.Name} {contact.Phone} {contact.TextNumber} {contact.Email} {contact.Url}");
        return new OfferedPassage(id, string.Join('\n', [passage.Heading, passage.Text, .. contacts]));
    }

    private static Knowledge.Evaluating.ReplyStatus StatusOf(Turns.ReplyStatus status) => status switch
    {
        Turns.ReplyStatus.Answered => Knowledge.Evaluating.ReplyStatus.Answered,
        Turns.ReplyStatus.Choose => Knowledge.Evaluating.ReplyStatus.Choose,
        Turns.ReplyStatus.PartlyAnswered => Knowledge.Evaluating.ReplyStatus.PartlyAnswered,
        Turns.ReplyStatus.NotHeld or Turns.ReplyStatus.Failed => Knowledge.Evaluating.ReplyStatus.NotHeld,
        Turns.ReplyStatus.OutOfScope or Turns.ReplyStatus.Welcome => Knowledge.Evaluating.ReplyStatus.OutOfScope,
        Turns.ReplyStatus.Emergency => Knowledge.Evaluating.ReplyStatus.Emergency,
        Turns.ReplyStatus.NeedsPerson or Turns.ReplyStatus.Pathway => Knowledge.Evaluating.ReplyStatus.NeedsPerson,
        Turns.ReplyStatus.Declined => Knowledge.Evaluating.ReplyStatus.Declined,
    };
}
