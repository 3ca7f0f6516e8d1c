namespace GuidanceBot.Protocol.Receiving;

/// <summary>A handler that keeps what its turns did, and recognises by itself what comes again.</summary>
/// <remarks>
/// Then an activity is acknowledged when its turn is over and kept, not before: what a crash takes away was never acknowledged, and
/// the channel sends it again. A turn that fails is answered 500, one that takes too long 504. Register an
/// <see cref="ISeenActivities"/> that lets everything through beside it.
/// </remarks>
public interface IDurableTurnHandler : ITurnHandler;
