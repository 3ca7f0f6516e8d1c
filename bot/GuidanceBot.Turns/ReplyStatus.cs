using System.Text.Json.Serialization;

namespace GuidanceBot.Turns;

/// <summary>What became of a message. The set is closed, so that each outcome is worded, counted and tested.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReplyStatus>))]
public enum ReplyStatus
{
    /// <summary>The guidance covers the question and is quoted.</summary>
    [JsonStringEnumMemberName("answered")] Answered,

    /// <summary>Several passages may be meant: the person chooses.</summary>
    [JsonStringEnumMemberName("choose")] Choose,

    /// <summary>Part of the question is answered; the reply says which part is not.</summary>
    [JsonStringEnumMemberName("partly_answered")] PartlyAnswered,

    /// <summary>The question is about keeping babies safe, but the bot does not hold the answer.</summary>
    [JsonStringEnumMemberName("not_held")] NotHeld,

    /// <summary>The question is about something else.</summary>
    [JsonStringEnumMemberName("out_of_scope")] OutOfScope,

    /// <summary>Somebody may be in danger now: 999 and what to do come first.</summary>
    [JsonStringEnumMemberName("emergency")] Emergency,

    /// <summary>A person must look at this today: a manager, a safeguarding lead, children's social care.</summary>
    [JsonStringEnumMemberName("needs_person")] NeedsPerson,

    /// <summary>The request asks for something unsafe; the reply says no, why, and what to do instead.</summary>
    [JsonStringEnumMemberName("declined")] Declined,

    /// <summary>A greeting, thanks or a request for help: the reply says what the bot can do.</summary>
    [JsonStringEnumMemberName("welcome")] Welcome,

    /// <summary>A guided conversation is under way: the reply is its next question.</summary>
    [JsonStringEnumMemberName("pathway")] Pathway,

    /// <summary>The program failed; the reply has a reference, the log has it too.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
