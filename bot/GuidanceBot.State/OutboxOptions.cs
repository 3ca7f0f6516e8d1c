using System.ComponentModel.DataAnnotations;

namespace GuidanceBot.State;

/// <summary>The <c>State:Outbox</c> section.</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// How many replies are on their way at once, each to another conversation. When the program is killed, at most this many come
    /// twice: those that the channel has taken and that are not recorded yet, which takes milliseconds.
    /// </summary>
    /// <value>1 to 1,000; 64 unless set. It begins with 1 and grows with each success.</value>
    [Range(1, 1_000)]
    public int MaxSending { get; set; } = 64;

    /// <summary>How many conversations this replica delivers to, those that wait for another try included.</summary>
    /// <value>1 to 1,000,000; 10,000 unless set. Replies beyond it wait in the store, for this replica or another.</value>
    [Range(1, 1_000_000)]
    public int MaxConversations { get; set; } = 10_000;

    /// <summary>The wait before the second try; it doubles with each try, with jitter.</summary>
    /// <value>10 ms to 1 min; 1 s unless set.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two tries.</summary>
    /// <value>100 ms to 1 h; 1 min unless set.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>When a reply is given up: advice that arrives long after it was asked for may be wrong by then.</summary>
    /// <value>1 min to 7 days; 2 h unless set.</value>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long a replica is believed to be alive after its last sign of life. Then another delivers what it left.</summary>
    /// <value>2 s to 10 min; 30 s unless set. Longer than one try to deliver.</value>
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often replies without a living replica are looked for.</summary>
    /// <value>100 ms to 1 min; 2 s unless set.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The age of the oldest undelivered reply at which the health check is no longer healthy.</summary>
    /// <value>1 s to 1 day; 2 min unless set.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(2);
}
