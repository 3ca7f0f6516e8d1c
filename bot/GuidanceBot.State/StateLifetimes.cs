using System.ComponentModel.DataAnnotations;

namespace GuidanceBot.State;

/// <summary>The <c>State:Lifetimes</c> section: each kind of record is deleted when it has not been used for this long.</summary>
public sealed class StateLifetimes
{
    /// <summary>Where a conversation stands.</summary>
    /// <value>10 min to 365 days; 1 day unless set.</value>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan Conversations { get; set; } = TimeSpan.FromDays(1);

    /// <summary>What a person has said of their work: role and area.</summary>
    /// <value>10 min to 730 days; 90 days unless set.</value>
    [Range(typeof(TimeSpan), "00:10:00", "730.00:00:00")]
    public TimeSpan People { get; set; } = TimeSpan.FromDays(90);

    /// <summary>A pathway that was begun and not finished.</summary>
    /// <value>10 min to 90 days; 7 days unless set.</value>
    [Range(typeof(TimeSpan), "00:10:00", "90.00:00:00")]
    public TimeSpan Drafts { get; set; } = TimeSpan.FromDays(7);

    /// <summary>That an activity has been dealt with, and the answer if it was given in the HTTP answer.</summary>
    /// <value>10 min to 30 days; 2 days unless set: longer than a channel sends again.</value>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan Activities { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Where to write to a conversation first.</summary>
    /// <value>10 min to 730 days; 90 days unless set.</value>
    [Range(typeof(TimeSpan), "00:10:00", "730.00:00:00")]
    public TimeSpan Addresses { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Feedback on an answer.</summary>
    /// <value>1 day to 1,825 days; 365 days unless set.</value>
    [Range(typeof(TimeSpan), "1.00:00:00", "1825.00:00:00")]
    public TimeSpan Feedback { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Which passages were shown, in which edition.</summary>
    /// <value>1 day to 3,650 days; 365 days unless set.</value>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Shown { get; set; } = TimeSpan.FromDays(365);

    /// <summary>A reply that could not be delivered, and a record that could not be read.</summary>
    /// <value>10 min to 30 days; 7 days unless set.</value>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan Faults { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often what is past its lifetime is deleted.</summary>
    /// <value>1 s to 1 day; 10 min unless set.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(10);
}
