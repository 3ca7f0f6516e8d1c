using System.ComponentModel.DataAnnotations;

namespace GuidanceBot.State.Shedding;

/// <summary>How much one person, and all together, may ask at once: the <c>Limits</c> section.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>How many messages a person may send in one go.</summary>
    /// <value>1 to 10,000; 20 unless set.</value>
    [Range(1, 10_000)]
    public int PersonBurst { get; set; } = 20;

    /// <summary>After that, one message for each of these spans of time.</summary>
    /// <value>1 ms to 1 min; 2 s unless set.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan PersonPace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many turns run at once in this replica.</summary>
    /// <value>1 to 10,000; 200 unless set.</value>
    [Range(1, 10_000)]
    public int MaxRunning { get; set; } = 200;

    /// <summary>How many turns wait for that. Beyond it the person is told that the bot is busy.</summary>
    /// <value>0 to 1,000,000; 2,000 unless set.</value>
    [Range(0, 1_000_000)]
    public int MaxWaiting { get; set; } = 2_000;
}
