using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Safety.PersonalData;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>Answers what Teams asks and waits for: a pressed button, a search from the compose box, thumbs under an answer.</summary>
/// <remarks>What is not known here is left unanswered, and the channel is told so (501).</remarks>
public sealed class TeamsInvokes(CardPresses presses, MessageExtension extension, FileConsents files, FeedbackForm form, IFeedback feedback, BotWording wording)
{
    /// <summary>Takes words as a message of the conversation and replies.</summary>
    public delegate Task Say(TurnContext context, Place place, string words, CancellationToken cancellationToken);

    public async Task AnswerAsync(TurnContext context, Place place, Say say, CancellationToken cancellationToken)
    {
        var (activity, person) = (context.Activity, place.Own.Person);
        context.InvokeResponse = activity.Name switch
        {
            InvokeNames.AdaptiveCardAction => await PressAsync(context, place, say, cancellationToken),
            InvokeNames.ComposeExtensionQuery => await extension.QueryAsync(activity, person, cancellationToken),
            InvokeNames.ComposeExtensionFetchTask => await extension.CheckAsync(activity, person, cancellationToken),
            InvokeNames.ComposeExtensionSubmitAction => InvokeResponse.EmptyObject,
            InvokeNames.FileConsent => await files.AnswerAsync(context, place.Own, cancellationToken),
            InvokeNames.MessageFetchTask => form.Open(activity.Value),
            InvokeNames.MessageSubmitAction => await KeepAsync(activity, place, InvokeResponse.EmptyObject, cancellationToken),
            InvokeNames.TaskSubmit => await KeepAsync(activity, place, TaskResponses.Message(wording.Say("FeedbackThanks")), cancellationToken),
            _ => null,
        };
    }

    /// <summary>A thumb as a reaction says what the one under the answer says.</summary>
    public async Task KeepReactionsAsync(Activity activity, Place place, CancellationToken cancellationToken)
    {
        if (activity.ReactionsAdded?.Any(reaction => reaction.Type == FeedbackForm.Like) == true)
        {
            await feedback.AddAsync(place.Key, PersonKey.Of(activity), new Feedback(FeedbackForm.Like, "", Passages(place.Own)), cancellationToken);
        }
    }

    private async Task<InvokeResponse> PressAsync(TurnContext context, Place place, Say say, CancellationToken cancellationToken)
    {
        if (CardPress.Read(context.Activity.Value) is not { } press)
        {
            return presses.Unreadable();
        }

        var asked = place.Own.OpenCard;
        if (presses.WhyNot(press, place.Own) is { } refused)
        {
            return AdaptiveCardInvokeResponses.Message(refused);
        }

        await say(context, place, press.Words, cancellationToken);
        return presses.Accept(press, asked);
    }

    /// <summary>Words that may name somebody are not kept; the thumb is.</summary>
    private async Task<InvokeResponse> KeepAsync(Activity activity, Place place, InvokeResponse thanks, CancellationToken cancellationToken)
    {
        if (FeedbackForm.Read(activity.Value) is not var (reaction, said))
        {
            return InvokeResponse.EmptyObject;
        }

        var words = PersonalDataCheck.Find(said).Count > 0 ? "" : MessageText.Clean(said);
        await feedback.AddAsync(place.Key, PersonKey.Of(activity), new Feedback(reaction, words, Passages(place.Own)), cancellationToken);
        return thanks;
    }

    private static string[] Passages(Conversation conversation) => [.. conversation.LastPassages.Select(passage => passage.ToString())];
}
