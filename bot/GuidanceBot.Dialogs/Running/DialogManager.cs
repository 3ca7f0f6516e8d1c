using System.Text.Json;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Memory;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>What a host gives every turn. Fixed once made.</summary>
public sealed record DialogManagerOptions
{
    public DialogLimits Limits { get; init; } = new();

    /// <summary>The clock, chance, culture and limits of expressions and templates.</summary>
    public EvaluationOptions Evaluation { get; init; } = EvaluationOptions.Default;

    /// <summary>The <c>settings</c> scope: a <see cref="DialogObject"/> or an <see cref="IPropertySource"/>.</summary>
    public object Settings { get; init; } = new DialogObject();

    /// <summary>The locale when neither the content nor the activity gives one; en-us unless set.</summary>
    public string DefaultLocale { get; init; } = "en-us";

    /// <summary>Answers what content asks of the world (HTTP, members of the conversation); null: such an action is an error.</summary>
    public Func<HostRequest, CancellationToken, ValueTask<object>>? Host { get; init; }

    /// <summary>Takes what <c>LogAction</c> says; null: nobody listens. May hold what people wrote.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Takes what <c>TelemetryTrackEventAction</c> says; null: nobody listens.</summary>
    public Action<string, DialogObject>? TrackEvent { get; init; }

    /// <summary>Whether trace activities are among those sent.</summary>
    public bool SendTraces { get; init; }
}

/// <summary>A message or event for a conversation, with what was kept of it.</summary>
/// <param name="Activity">In the Activity protocol's form: <c>type</c>, <c>text</c>, <c>from</c> … The turn reads it and does not change it.</param>
/// <param name="State">What the last turn gave; empty: a new conversation.</param>
public sealed record DialogTurn(DialogObject Activity, ReadOnlyMemory<byte> State)
{
    /// <exception cref="JsonException">The activity is not a JSON object.</exception>
    public static DialogTurn FromJson(ReadOnlySpan<byte> activity, ReadOnlyMemory<byte> state) =>
        new(ValueJson.Parse(activity) as DialogObject ?? throw new JsonException("An activity is a JSON object."), state);
}

/// <summary>Where the conversation stands after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>There was nothing to do.</summary>
    Empty,

    /// <summary>A dialog waits for the next activity.</summary>
    Waiting,

    /// <summary>The root dialog has ended; the next activity begins it again.</summary>
    Complete,

    /// <summary>The dialogs were cancelled; the next activity begins the root again.</summary>
    Cancelled,
}

/// <summary>What a turn gave.</summary>
/// <param name="Status">Where the conversation stands.</param>
/// <param name="Activities">What to send, in order, in the Activity protocol's form, without addresses.</param>
/// <param name="State">What to keep for the next turn.</param>
/// <param name="Result">The root dialog's result, when it has ended.</param>
/// <param name="ChangedDialogs">Dialogs whose definition changed since they began; each began again with the answers it had.</param>
public sealed record DialogTurnResult(
    DialogTurnStatus Status, IReadOnlyList<DialogObject> Activities, byte[] State, object? Result, IReadOnlyList<string> ChangedDialogs);

/// <summary>Runs conversations. One manager serves any number of conversations at once; of one conversation, one turn at a time.</summary>
public sealed class DialogManager(DialogSet dialogs, DialogManagerOptions? options = null)
{
    private readonly DialogManagerOptions _options = options ?? new DialogManagerOptions();

    /// <summary>Runs one turn.</summary>
    /// <exception cref="DialogException">The turn failed and no trigger answered it. What was kept before still holds.</exception>
    /// <exception cref="JsonException">The state is not JSON.</exception>
    public async ValueTask<DialogTurnResult> RunAsync(DialogTurn turn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var state = DialogState.Read(turn.State.Span, dialogs);
        var running = new Turn(turn.Activity, state, dialogs, _options);
        var step = await RunAsync(running, cancellationToken);
        if (_options.SendTraces)
        {
            var root = new DialogContext(running, state.Stack, null);
            running.Trace("BotState", "https://www.botframework.com/schemas/botState", root.Leaf.Snapshot(), "Bot State");
        }

        var bytes = state.Write();
        if (bytes.Length > _options.Limits.StateBytes)
        {
            throw Failed(running, new DialogLimitException($"The state has {bytes.Length} bytes; {_options.Limits.StateBytes} are allowed."));
        }

        var status = step.Flow switch
        {
            Flow.Wait => DialogTurnStatus.Waiting,
            Flow.End => DialogTurnStatus.Complete,
            Flow.EndAndWait => DialogTurnStatus.Complete,
            Flow.Cancelled => DialogTurnStatus.Cancelled,
            _ => DialogTurnStatus.Empty,
        };
        return new DialogTurnResult(status, running.Sent, bytes, step.Flow is Flow.End or Flow.EndAndWait ? step.Value : null, running.Changed);
    }

    internal async ValueTask<Step> RunAsync(Turn running, CancellationToken cancellationToken)
    {
        var root = new DialogContext(running, running.State.Stack, null);
        running.Changed.AddRange(running.State.Lost);
        var received = false;
        while (true)
        {
            var step = RunUnlessError(running, root, ref received);
            if (step.Flow != Flow.Suspend)
            {
                return step;
            }

            try
            {
                var answered = _options.Host is null
                    ? throw new DialogException($"This host does not do what the content asks: {running.Request!.GetType().Name}.")
                    : await _options.Host(running.Request!, cancellationToken);
                running.Response = answered;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Handle(running, root, fault);
            }
        }
    }

    /// <summary>Runs until the turn is over or the host is asked. An error is offered to the triggers, innermost first.</summary>
    private Step RunUnlessError(Turn running, DialogContext root, ref bool received)
    {
        while (true)
        {
            try
            {
                return RunOnce(running, root, ref received);
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or DialogLimitException))
            {
                Handle(running, root, fault);
            }
            catch (DialogLimitException limit)
            {
                throw Failed(running, limit);
            }
        }
    }

    private Step RunOnce(Turn running, DialogContext root, ref bool received)
    {
        if (!received)
        {
            received = true;
            root.Emit(new DialogEvent(DialogEvents.ActivityReceived, running.Activity, Bubble: true), fromLeaf: true);
        }

        Step step;
        do
        {
            step = root.Continue();
        }
        while (step.Flow == Flow.Restart);

        if (step.Flow != Flow.Empty)
        {
            return step;
        }

        step = root.Begin(dialogs.Root ?? throw new DialogException("There is no root dialog."));
        while (step.Flow == Flow.Restart)
        {
            step = root.Continue();
        }

        return step;
    }

    private void Handle(Turn running, DialogContext root, Exception fault)
    {
        (running.Request, running.Response) = (null, null);
        var leaf = root.Leaf;
        var handled = running.HandledErrors < _options.Limits.HandledErrorsPerTurn
            && root.Emit(new DialogEvent(DialogEvents.Error, Describe(fault, leaf), Bubble: true), fromLeaf: true);
        if (!handled)
        {
            throw Failed(running, fault, leaf);
        }

        running.HandledErrors++;
    }

    /// <summary>An error as triggers see it; the names are those that content written for the SDK uses.</summary>
    private static DialogObject Describe(Exception fault, DialogContext leaf) => new()
    {
        ["ClassName"] = (fault as DialogException)?.InnerException is NotSupportedException ? "System.NotSupportedException" : "System.InvalidOperationException",
        ["Message"] = fault.Message,
        ["Data"] = new DialogObject
        {
            ["DialogContext"] = new DialogObject
            {
                ["activeDialog"] = leaf.Active?.Dialog.Id,
                ["parent"] = leaf.Parent?.Active?.Dialog.Id,
            },
        },
    };

    private static DialogException Failed(Turn running, Exception fault, DialogContext? leaf = null)
    {
        var told = fault as DialogException ?? new DialogException(fault.Message, fault);
        told.Activities = running.Sent;
        told.ActiveDialog = leaf?.Active?.Dialog.Id;
        told.Parent = leaf?.Parent?.Active?.Dialog.Id;
        return told;
    }
}
