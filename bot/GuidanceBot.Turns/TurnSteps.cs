namespace GuidanceBot.Turns;

/// <summary>Asks each step in turn; the first that replies ends the turn.</summary>
/// <remarks>The last step always replies, so that no message is a dead end.</remarks>
public sealed class TurnSteps(IEnumerable<ITurnStep> steps)
{
    private readonly ITurnStep[] _steps = [.. steps];

    public async ValueTask<Reply> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        foreach (var step in _steps)
        {
            if (await step.ReplyToAsync(message, cancellationToken) is { } reply)
            {
                return reply;
            }
        }

        throw new InvalidOperationException("No step replied. Register a step that replies to everything, last.");
    }
}
