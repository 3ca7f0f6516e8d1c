using GuidanceBot.State.Model;

namespace GuidanceBot.State.Transactions;

/// <summary>One turn's reading and writing: what it read is what it writes on, and all that it writes is written at once, at its end.</summary>
/// <remarks>Used by one turn, one call at a time.</remarks>
internal sealed class TurnUnit(TurnKeys keys, LoadedTurn loaded)
{
    private readonly List<Func<StateContext, CancellationToken, Task>> _writes = [];

    /// <summary>A turn of which nothing will be kept, because the store is away.</summary>
    public static TurnUnit Detached() => new(default, new LoadedTurn(0, null, null, false, null)) { LostItsPlace = true, IsDetached = true };

    public TurnKeys Keys => keys;

    public bool IsDetached { get; private init; }

    public LoadedTurn Loaded => loaded;

    /// <summary>What the conversation is to be remembered as, encrypted; null when the turn changes nothing of it.</summary>
    public byte[]? NewState { get; private set; }

    /// <summary>The turn's wish is that nothing of this conversation be kept.</summary>
    public bool Forgets { get; private set; }

    /// <summary>Nothing to write but that the turn was.</summary>
    public bool IsUnchanged => NewState is null && !Forgets && _writes.Count == 0;

    public IReadOnlyList<Func<StateContext, CancellationToken, Task>> Writes => _writes;

    /// <summary>What the turn has written for a person so far, to be read again in the same turn. Null content: deleted.</summary>
    public Dictionary<(Type Table, Guid Person, string Name), PersonalNote> Notes { get; } = [];

    /// <summary>Its conversation's record could not be read; the turn began anew.</summary>
    public bool LostItsPlace { get; set; }

    public void SetState(byte[] state) => (NewState, Forgets) = (state, false);

    public void Forget() => (NewState, Forgets) = (null, true);

    /// <summary>Adds a write to the turn's transaction.</summary>
    public void Add(Func<StateContext, CancellationToken, Task> write) => _writes.Add(write);
}

/// <summary>Something of a person that a turn has read or written.</summary>
/// <param name="ReadVersion">The version that was read; null when it was not read, 0 when there was none.</param>
/// <param name="Content">As it is now, in clear; null when there is none.</param>
internal sealed record PersonalNote(long? ReadVersion, byte[]? Content);

/// <summary>What the store held of the conversation when the turn began.</summary>
/// <param name="Version">0 when it held nothing.</param>
/// <param name="State">Encrypted; null when there is none.</param>
/// <param name="AddressDigest">Of the address that is kept.</param>
/// <param name="IsDone">The activity was dealt with before.</param>
/// <param name="Answer">What was then the HTTP answer, encrypted.</param>
internal sealed record LoadedTurn(long Version, byte[]? State, Guid? AddressDigest, bool IsDone, byte[]? Answer);
