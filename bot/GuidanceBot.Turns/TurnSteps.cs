using GuidanceBot.Turns.Telemetry;

namespace GuidanceBot.Turns;

/// <summary>Asks each step in turn; the first that replies ends the turn.</summary>
/// <remarks>The last step always replies, so that no message is a dead end.</remarks>
public sealed class TurnSteps(IEnumerable<ITurnStep> steps, TurnMeter meter)
{
    private readonly (ITurnStep Step, string Name)[] _steps = [.. steps.Select(step => (step, step.GetType().Name))];

    public async ValueTask<Reply> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        foreach (var (step, name) in _steps)
        {
            using var measured = meter.Step(name);
            var reply = await step.ReplyToAsync(message, cancellationToken);
            measured.Outcome = reply is null ? "no" : "yes";
            if (reply is not null)
            {
                return reply;
            }
        }

        throw new InvalidOperationException("No step replied. Register a step that replies to everything, last.");
    }
}
