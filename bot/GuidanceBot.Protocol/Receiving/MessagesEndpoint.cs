using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Authentication;
using GuidanceBot.Protocol.Connector;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>What happens to a request to the bot's address, in the order of the methods below.</summary>
internal sealed class MessagesEndpoint(
    ITurnHandler handler,
    CallerGate gate,
    ISeenActivities seen,
    ConversationLanes lanes,
    TurnClock clock,
    ConnectorClient connector,
    IOptions<BotOptions> options,
    ILogger<MessagesEndpoint> logger)
{
    private readonly BotLimits _limits = options.Value.Limits;

    /// <summary>Whether every activity is acknowledged only when its turn is over.</summary>
    private readonly bool _durable = handler is IDurableTurnHandler;

    public async Task AcceptAsync(HttpContext http)
    {
        var response = http.Response;
        if (WrongRequest(http.Request) is { } wrong)
        {
            await Answers.ErrorAsync(response, wrong.Status, wrong.Code, wrong.Message);
            return;
        }

        var entry = await gate.AdmitAsync(http);
        if (entry.Refusal is { } stranger)
        {
            await RefuseAsync(response, stranger);
            return;
        }

        var (activity, fault, status) = await RequestBody.ReadAsync(http.Request, _limits.MaxBodyBytes);
        if (activity is null)
        {
            logger.Refused(status, fault!.Code);
            await Answers.ErrorAsync(response, status, fault.Code, fault.Message);
            return;
        }

        if (gate.WhyNot(entry.Caller, activity) is { } refusal)
        {
            await RefuseAsync(response, refusal);
            return;
        }

        await TakeOnAsync(http, activity, activity.GetConversationReference(serviceUrlProven: entry.Caller is not null));
    }

    private static (int Status, string Code, string Message)? WrongRequest(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "Activities are sent with POST.");
        }

        return IsJson(request.ContentType) && request.Headers.ContentEncoding.Count == 0
            ? null
            : (StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Activities are application/json in UTF-8, not compressed.");
    }

    private static bool IsJson(string? contentType) =>
        contentType is "application/json" or "application/json; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private async Task RefuseAsync(HttpResponse response, Refusal refusal)
    {
        logger.Refused(refusal.Status, refusal.Reason);
        await Answers.ErrorAsync(response, refusal.Status, refusal.Code, refusal.Message);
    }

    /// <summary>Once for each activity id, and in the order of its conversation.</summary>
    private async Task TakeOnAsync(HttpContext http, Activity activity, ConversationReference reference)
    {
        var key = KeyOf(activity);
        if (key is { } known && !await seen.TryAddAsync(known, CancellationToken.None))
        {
            logger.Repeated();
            await AnswerRepeatAsync(http.Response, activity, reference);
            return;
        }

        IReplyChannel replies = activity.ExpectsReplies ? new BufferedReplies() : new ConnectorReplies(connector, reference);
        var awaited = _durable || activity.ExpectsReplies || activity.IsInvoke;
        var turn = new Turn(
            new TurnContext(activity, reference, replies), handler, clock, activity.IsInvoke ? _limits.InvokeTime : _limits.TurnTime, logger);
        if (awaited)
        {
            turn.WillBeAwaited();
        }

        var admission = lanes.TryAdd(new ConversationKey(activity.ChannelId, activity.Conversation.Id!), turn);
        if (admission is not (Admission.Now or Admission.Waiting))
        {
            await TurnAwayAsync(http.Response, admission, key);
            return;
        }

        if (awaited)
        {
            await AnswerWithTurnAsync(http, turn, admission, replies as BufferedReplies, key);
            return;
        }

        if (admission == Admission.Now)
        {
            turn.Lane!.RunSoon(turn);
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    /// <summary>Invokes and expected replies: the turn is the answer. With a durable handler: the answer is that the turn was kept.</summary>
    private async Task AnswerWithTurnAsync(HttpContext http, Turn turn, Admission admission, BufferedReplies? buffered, ActivityKey? key)
    {
        var (invoke, lane) = (turn.Context.Activity.IsInvoke, turn.Lane);
        TurnOutcome outcome;
        if (admission == Admission.Now && !invoke)
        {
            await lane!.RunFirstAsync(turn);
            outcome = turn.Outcome;
        }
        else
        {
            if (admission == Admission.Now)
            {
                lane!.RunSoon(turn);
            }

            outcome = await turn.WaitAsync(invoke ? _limits.InvokeTime : _limits.TurnTime, http.RequestAborted);
        }

        switch (outcome)
        {
            case TurnOutcome.Done:
                if (!invoke && buffered is null)
                {
                    http.Response.StatusCode = StatusCodes.Status202Accepted;
                    break;
                }

                var answer = invoke ? turn.Context.InvokeResponse ?? InvokeResponse.NotImplemented : null;
                await (buffered is null
                    ? Answers.InvokeAsync(http.Response, answer!)
                    : Answers.RepliesAsync(http.Response, buffered.Sent, turn.Context.Reference, answer));
                break;
            case TurnOutcome.NotRun:
                await TurnAwayAsync(http.Response, Admission.ConversationFull, key);
                break;
            case TurnOutcome.OutOfTime:
                await Answers.ErrorAsync(http.Response, StatusCodes.Status504GatewayTimeout, "BotTimedOut", "The bot was not done in time.");
                break;
            case TurnOutcome.Failed:
                await Answers.ErrorAsync(http.Response, StatusCodes.Status500InternalServerError, "BotError", "The bot failed on this activity.");
                break;
        }
    }

    /// <summary>It may come again, so it is not remembered.</summary>
    private async Task TurnAwayAsync(HttpResponse response, Admission admission, ActivityKey? key)
    {
        if (key is { } known)
        {
            await seen.RemoveAsync(known, CancellationToken.None);
        }

        var (status, code, message) = admission == Admission.ConversationFull
            ? (StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many activities of this conversation wait for their turn.")
            : (StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The bot has too much to do or is about to stop.");
        logger.Refused(status, code);
        await Answers.ErrorAsync(response, status, code, message);
    }

    /// <summary>As for the first, without doing anything: the channel sent again because it did not hear the answer.</summary>
    private static Task AnswerRepeatAsync(HttpResponse response, Activity activity, ConversationReference reference)
    {
        if (activity.ExpectsReplies)
        {
            return Answers.RepliesAsync(response, [], reference, invoke: null);
        }

        response.StatusCode = activity.IsInvoke ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    /// <summary>Null for an activity without an id, which cannot be recognised when it comes again.</summary>
    private static ActivityKey? KeyOf(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Id))
        {
            return null;
        }

        var change = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction
            ? $"{activity.Type} {activity.Timestamp?.UtcTicks}"
            : "";
        return new ActivityKey(activity.ChannelId, activity.Conversation.Id!, activity.Id, change);
    }
}
