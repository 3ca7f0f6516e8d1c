using System.Collections.Concurrent;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Protocol.Receiving;

namespace GuidanceBot.Host.Serving;

/// <summary>Gives each activity to the dialogs, with the conversation's state as bytes between the turns.</summary>
internal sealed class DialogsTurn(DialogManager dialogs) : ITurnHandler
{
    private readonly ConcurrentDictionary<string, byte[]> _states = new(StringComparer.Ordinal);

    public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var key = context.Activity.Conversation.Id ?? "";
        var state = _states.GetValueOrDefault(key) ?? [];
        var result = await dialogs.RunAsync(new DialogTurn(DialogActivity.From(context.Activity), state), cancellationToken);
        _states[key] = result.State;
        foreach (var activity in result.Activities)
        {
            await context.SendActivityAsync(DialogActivity.ToOutgoing(activity), cancellationToken);
        }
    }
}
