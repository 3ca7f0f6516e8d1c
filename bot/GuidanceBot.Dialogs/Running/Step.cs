namespace GuidanceBot.Dialogs.Running;

/// <summary>What a dialog wants to happen next. The stack is worked off in a loop, so content cannot exhaust the thread's stack.</summary>
internal readonly record struct Step(Flow Flow, object? Value = null, Dialog? Dialog = null)
{
    /// <summary>The turn is over; the dialog stays and continues with the next activity.</summary>
    public static readonly Step Wait = new(Flow.Wait);

    /// <summary>There is nothing on the stack.</summary>
    public static readonly Step Empty = new(Flow.Empty);

    /// <summary>The stack was cancelled, up to a dialog that is still on it or to the root.</summary>
    public static readonly Step Cancelled = new(Flow.Cancelled);

    /// <summary>A dialog further out has changed its plan: unwind, apply the change, continue from the root.</summary>
    public static readonly Step Restart = new(Flow.Restart);

    /// <summary>The host has to answer a <see cref="HostRequest"/> before the turn can go on.</summary>
    public static readonly Step Suspend = new(Flow.Suspend);

    public static Step End(object? result = null) => new(Flow.End, result);

    /// <summary>The action is done, and the turn with it.</summary>
    public static Step EndAndWait(object? result = null) => new(Flow.EndAndWait, result);

    public static Step Begin(Dialog dialog, object? options = null) => new(Flow.Begin, options, dialog);

    public static Step Replace(Dialog dialog, object? options = null) => new(Flow.Replace, options, dialog);

    /// <summary>Ends the adaptive dialog that the action runs in.</summary>
    public static Step EndParent(object? result) => new(Flow.EndParent, result);

    public static Step ReplaceParent(Dialog dialog, object? options) => new(Flow.ReplaceParent, options, dialog);
}

internal enum Flow
{
    Empty,
    Wait,
    End,
    EndAndWait,
    Begin,
    Replace,
    EndParent,
    ReplaceParent,
    Cancelled,
    Restart,
    Suspend,
}
