using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>A turn that could not be run to its end. The state that was given stays as it was.</summary>
public class DialogException : Exception
{
    public DialogException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The action that failed: its id, or its kind and what distinguishes it.</summary>
    public string? ActiveDialog { get; internal set; }

    /// <summary>The dialog that was running the action.</summary>
    public string? Parent { get; internal set; }

    /// <summary>What was sent before the failure, in order. A host that wants what a person saw to be whole sends it.</summary>
    public IReadOnlyList<DialogObject> Activities { get; internal set; } = [];
}

/// <summary>A limit of <see cref="DialogLimits"/> was reached. No <c>OnError</c> trigger can catch it.</summary>
public sealed class DialogLimitException(string message) : DialogException(message);
