using System.Buffers;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>Takes activities of a channel that lives in this program, and gives the replies. They are checked, ordered and limited like all others.</summary>
/// <remarks>The caller proves by itself who may speak. Safe to call from many requests at once.</remarks>
public sealed class LocalTurns
{
    private readonly ITurnHandler _handler;
    private readonly ConversationLanes _lanes;
    private readonly TurnClock _clock;
    private readonly TimeSpan _time;
    private readonly ILogger _logger;

    internal LocalTurns(ITurnHandler handler, ConversationLanes lanes, TurnClock clock, IOptions<BotOptions> options, ILogger<LocalTurns> logger) =>
        (_handler, _lanes, _clock, _time, _logger) = (handler, lanes, clock, options.Value.Limits.TurnTime, logger);

    /// <param name="activity">An activity with <c>channelId</c>, <c>conversation</c> and <c>deliveryMode: expectReplies</c>.</param>
    /// <param name="cancellationToken">Ends the wait; the turn goes on.</param>
    /// <returns>The replies in order, as they would be sent; null when the activity was not dealt with: it is none, too much is to do, or it failed.</returns>
    public async Task<IReadOnlyList<JsonObject>?> TakeAsync(ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        if (ActivityReader.Read(new ReadOnlySequence<byte>(activity), out _) is not { ExpectsReplies: true } read)
        {
            return null;
        }

        var reference = read.GetConversationReference();
        var replies = new BufferedReplies();
        var turn = new Turn(new TurnContext(read, reference, replies), _handler, _clock, _time, _logger);
        turn.WillBeAwaited();
        var admission = _lanes.TryAdd(new ConversationKey(read.ChannelId, read.Conversation.Id!), turn);
        if (admission is not (Admission.Now or Admission.Waiting))
        {
            return null;
        }

        if (admission == Admission.Now)
        {
            turn.Lane!.RunSoon(turn);
        }

        return await turn.WaitAsync(_time, cancellationToken) == TurnOutcome.Done
            ? [.. replies.Sent.Select(reply => JsonNode.Parse(reply.Write(reference))!.AsObject())]
            : null;
    }
}
