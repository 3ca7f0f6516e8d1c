namespace GuidanceBot.Turns.Safety;

/// <summary>How fast somebody must act.</summary>
public enum DangerLevel
{
    /// <summary>A person must be spoken to before the bot says more: a disclosure, a fear of doing harm.</summary>
    NeedsPerson,

    /// <summary>The same day: a doctor or children's social care, or both.</summary>
    UrgentSameDay,

    /// <summary>999 now.</summary>
    Emergency,
}
