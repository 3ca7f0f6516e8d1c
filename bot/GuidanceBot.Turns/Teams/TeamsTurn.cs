using System.Globalization;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>What the bot does with an activity: a message gets a turn, a new conversation a welcome, an uninstall forgets.</summary>
/// <remarks>Of a deleted message nothing was kept, so there is nothing to do about it.</remarks>
public sealed class TeamsTurn(
    TurnBoundary turn, TeamsReplies replies, TeamsInvokes invokes, CardPresses presses, FileConsents files, IConversations conversations,
    IShownGuidance shown, IForgetting forgetting, GuidanceLibrary library, BotWording wording, TimeProvider clock)
    : ITurnHandler
{
    private const string Edited = "editMessage";

    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        var key = $"{activity.ChannelId}|{activity.Conversation.Id}";
        switch (activity.Type)
        {
            case ActivityTypes.Message:
                await ReplyToMessageAsync(context, await PlaceAsync(key, activity, cancellationToken), cancellationToken);
                break;

            case ActivityTypes.MessageUpdate when activity.TeamsData.EventType is Edited:
                await ReplyToEditAsync(context, await PlaceAsync(key, activity, cancellationToken), cancellationToken);
                break;

            case ActivityTypes.Invoke:
                await invokes.AnswerAsync(context, await PlaceAsync(key, activity, cancellationToken), SayAsync, cancellationToken);
                break;

            case ActivityTypes.MessageReaction:
                await invokes.KeepReactionsAsync(activity, await PlaceAsync(key, activity, cancellationToken), cancellationToken);
                break;

            case ActivityTypes.ConversationUpdate when WasAdded(activity):
            case ActivityTypes.InstallationUpdate when activity.Action is { } added && added.StartsWith("add", StringComparison.Ordinal):
                await WelcomeOnceAsync(context, key, cancellationToken);
                break;

            case ActivityTypes.InstallationUpdate when activity.Action is { } action && action.StartsWith("remove", StringComparison.Ordinal):
                await ForgetAsync(key, activity, cancellationToken);
                break;
        }
    }

    private async Task<Place> PlaceAsync(string key, Activity activity, CancellationToken cancellationToken)
    {
        var kept = await conversations.GetAsync(key, cancellationToken);
        return new Place(key, kept, Members.Of(kept, activity));
    }

    private async Task WelcomeOnceAsync(TurnContext context, string key, CancellationToken cancellationToken)
    {
        var kept = await conversations.GetAsync(key, cancellationToken);
        if (kept.Welcomed)
        {
            return;
        }

        kept.Welcomed = true;
        var welcome = replies.Message(new Reply { Status = ReplyStatus.Welcome, Text = wording.Say("Welcome") }, context.Activity, kept);
        await conversations.SaveAsync(key, kept, cancellationToken);
        await context.SendActivityAsync(welcome, cancellationToken);
    }

    /// <summary>Words, or a button whose press arrives as a message.</summary>
    private async Task ReplyToMessageAsync(TurnContext context, Place place, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        var press = string.IsNullOrEmpty(activity.Text) ? CardPress.FromData(activity.Value) : null;
        if (press is not null && presses.WhyNot(press, place.Own) is { } refused)
        {
            await context.SendActivityAsync(refused, cancellationToken);
            return;
        }

        await SayAsync(context, place, press?.Words ?? activity.TextForBot, cancellationToken);
    }

    /// <summary>
    /// An edited message is read anew, because danger may be in the correction. It is no answer to the question of a guided conversation
    /// that waits: it corrects something said before that question was asked.
    /// </summary>
    private async Task ReplyToEditAsync(TurnContext context, Place place, CancellationToken cancellationToken)
    {
        if (place.Own.OpenQuestion is null)
        {
            await SayAsync(context, place, context.Activity.TextForBot, cancellationToken);
            return;
        }

        var aside = new Conversation { Person = place.Own.Person, LastPassages = place.Own.LastPassages };
        var reply = await turn.ReplyToAsync(context.Activity.TextForBot, aside, cancellationToken);
        await context.SendActivityAsync(
            reply.Status is ReplyStatus.Emergency or ReplyStatus.NeedsPerson or ReplyStatus.Declined
                ? replies.Message(reply, context.Activity, aside)
                : context.Activity.CreateReply(wording.Say("EditInPathway")),
            cancellationToken);
    }

    private async Task SayAsync(TurnContext context, Place place, string words, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        place.Own.Owner = PersonKey.Of(activity);
        var reply = await TypingWhenSlow.WhileAsync(context, () => turn.ReplyToAsync(words, place.Own, cancellationToken), clock, cancellationToken);
        var message = replies.Message(reply, activity, place.Own);
        if (reply.ForgetsPerson)
        {
            await ForgetPersonAsync(place, activity, cancellationToken);
            await context.SendActivityAsync(message, cancellationToken);
            return;
        }

        Members.Keep(place.Kept, activity, place.Own);
        await conversations.SaveAsync(place.Key, place.Kept, cancellationToken);
        if (place.Own.LostItsPlace)
        {
            await context.SendActivityAsync(wording.Say("LostItsPlace"), cancellationToken);
        }

        await context.SendActivityAsync(message, cancellationToken);
        foreach (var offer in files.Offer(reply, activity))
        {
            await context.SendActivityAsync(offer, cancellationToken);
        }

        await shown.AddAsync(place.Key, PersonKey.Of(activity), PassagesIn(reply), cancellationToken);
    }

    /// <summary>In a group the person's own part, and not what others have there.</summary>
    private async Task ForgetPersonAsync(Place place, Activity activity, CancellationToken cancellationToken)
    {
        if (!Members.AreMany(activity))
        {
            await ForgetAsync(place.Key, activity, cancellationToken);
            return;
        }

        Members.Forget(place.Kept, activity);
        await conversations.SaveAsync(place.Key, place.Kept, cancellationToken);
    }

    /// <summary>The conversation, and in a personal chat all that is kept of the person.</summary>
    private async Task ForgetAsync(string key, Activity activity, CancellationToken cancellationToken)
    {
        await conversations.ForgetAsync(key, cancellationToken);
        if (PersonKey.Of(activity) is { } person && !Members.AreMany(activity))
        {
            await forgetting.ForgetAsync(person, cancellationToken);
        }
    }

    /// <summary>What was quoted, and since when it holds: never the words of the question.</summary>
    private ShownPassage[] PassagesIn(Reply reply) =>
    [
        .. reply.Quotes.Select(quote => quote.Passage).Distinct(StringComparer.Ordinal).Select(passage => new ShownPassage(
            passage,
            PassageId.TryParse(passage, out var id) && library.Find(id) is { } found
                ? found.Document.Effective.ToString("O", CultureInfo.InvariantCulture)
                : "",
            reply.Status.ToString())),
    ];

    /// <summary>The bot itself is among those who joined. An install sends two such activities; one welcome is enough.</summary>
    private static bool WasAdded(Activity activity) =>
        activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true;
}

/// <summary>Where a turn takes place.</summary>
/// <param name="Key">Of the conversation, as for <see cref="IConversations"/>.</param>
/// <param name="Kept">What is kept under it.</param>
/// <param name="Own">The person's own part of it; in a personal chat the same.</param>
public sealed record Place(string Key, Conversation Kept, Conversation Own);
