namespace GuidanceBot.State.Model;

// Keys are keyed digests (Pseudonyms), payloads are encrypted (Seal): nobody reads a person's id or words from these rows.

/// <summary>A conversation: where it stands, where to write to it, and how far its replies are delivered.</summary>
internal sealed class ConversationRow
{
    public Guid Key { get; set; }

    /// <summary>The person of a personal chat, so that all of theirs can be forgotten.</summary>
    public Guid? Person { get; set; }

    public byte[]? State { get; set; }

    /// <summary>The conversation reference.</summary>
    public byte[]? Address { get; set; }

    /// <summary>Of the address as it is, so that an unchanged one is not written again.</summary>
    public Guid? AddressDigest { get; set; }

    /// <summary>A new random number with each turn: a turn that began on another one's is done again.</summary>
    public long Version { get; set; }

    /// <summary>The number of the last reply put into the outbox, from 1.</summary>
    public long Enqueued { get; set; }

    /// <summary>The number of the last reply that is delivered or given up.</summary>
    public long Delivered { get; set; }

    /// <summary>The replica that delivers here; null when nothing waits or nobody has taken it on.</summary>
    public Guid? DeliveringBy { get; set; }

    public DateTimeOffset UsedAt { get; set; }
}

/// <summary>Something kept of a person under a name.</summary>
internal abstract class PersonalRow
{
    public Guid Person { get; set; }

    public string Name { get; set; } = "";

    public byte[] Payload { get; set; } = [];

    /// <summary>A new random number with each write.</summary>
    public long Version { get; set; }

    public DateTimeOffset UsedAt { get; set; }
}

/// <summary>What a person has said of their work, and what dialogs keep of them.</summary>
internal sealed class PersonRow : PersonalRow;

/// <summary>A pathway that a person has begun; its name is the pathway's.</summary>
internal sealed class DraftRow : PersonalRow;

/// <summary>An activity that has been dealt with.</summary>
internal sealed class ActivityRow
{
    public Guid Key { get; set; }

    /// <summary>Null when the activity was the wish to be forgotten.</summary>
    public Guid? Conversation { get; set; }

    /// <summary>What the HTTP answer was, to give it again; null when replies went through the outbox.</summary>
    public byte[]? Answer { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>A reply that is not delivered yet, or was given up.</summary>
internal sealed class ReplyRow
{
    public Guid Conversation { get; set; }

    public long Number { get; set; }

    public byte[] Payload { get; set; } = [];

    public int Tries { get; set; }

    /// <summary>The channel's last status; 0 when it could not be reached.</summary>
    public int? LastStatus { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? GivenUpAt { get; set; }
}

internal sealed class FeedbackRow
{
    public Guid Id { get; set; }

    public Guid? Person { get; set; }

    public Guid? Conversation { get; set; }

    public byte[] Payload { get; set; } = [];

    public DateTimeOffset At { get; set; }
}

/// <summary>A passage that was shown: which edition of the guidance somebody acted on. Never what they asked.</summary>
internal sealed class ShownRow
{
    public Guid Id { get; set; }

    public Guid? Person { get; set; }

    public Guid? Conversation { get; set; }

    public string Passage { get; set; } = "";

    public string Edition { get; set; } = "";

    public string Status { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

/// <summary>A payload that could not be read, set aside for whoever looks into it.</summary>
internal sealed class FaultRow
{
    public Guid Id { get; set; }

    public string Kind { get; set; } = "";

    public Guid Key { get; set; }

    public byte[] Payload { get; set; } = [];

    public DateTimeOffset At { get; set; }
}

/// <summary>A running program, alive until a moment of the store's clock.</summary>
internal sealed class ReplicaRow
{
    public Guid Id { get; set; }

    public DateTimeOffset AliveUntil { get; set; }
}

/// <summary>A secret of the store itself, encrypted.</summary>
internal sealed class SecretRow
{
    public string Name { get; set; } = "";

    public byte[] Payload { get; set; } = [];
}
