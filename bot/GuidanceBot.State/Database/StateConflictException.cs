namespace GuidanceBot.State.Database;

/// <summary>Another turn wrote first what this one had read. Nothing of this one is kept; do it again.</summary>
internal sealed class StateConflictException(Exception? cause = null) : Exception("Another turn was faster.", cause);
