namespace GuidanceBot.Turns.Safety.UnsafeRequests;

/// <summary>A request that the bot declines. Holds places in the message, never its text.</summary>
/// <param name="RequestId">The entry in declined-requests.yaml that was met.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="As">Whether it is unsafe or merely outside.</param>
/// <param name="Template">The template in bot/wording/safety.lg that declines it.</param>
/// <param name="Contacts">Who can help instead: ids in contacts.yaml.</param>
/// <param name="Spans">Where in the message it stands.</param>
public sealed record DeclinedRequest(
    string RequestId,
    DeclinedKind Kind,
    DeclinedAs As,
    string Template,
    IReadOnlyList<string> Contacts,
    IReadOnlyList<TextSpan> Spans);
