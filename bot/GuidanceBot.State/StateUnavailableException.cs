namespace GuidanceBot.State;

/// <summary>The store cannot be used. Nothing of what was being done is kept.</summary>
/// <param name="message">What is wrong and how to mend it; holds no content.</param>
/// <param name="mayPass">True when trying again soon may help: a database that restarts, a file that is locked.</param>
/// <param name="cause">What the database said.</param>
public sealed class StateUnavailableException(string message, bool mayPass, Exception cause) : Exception(message, cause)
{
    public bool MayPass { get; } = mayPass;
}
