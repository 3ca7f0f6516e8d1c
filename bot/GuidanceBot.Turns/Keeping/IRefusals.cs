using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Turns.Keeping;

/// <summary>Why a message was not dealt with.</summary>
public enum Refusal
{
    /// <summary>This person sends faster than anybody reads.</summary>
    TooFast,

    /// <summary>The bot has too much to do.</summary>
    TooBusy,
}

/// <summary>Says so, in a friendly way, and what to do when somebody is in danger now.</summary>
public interface IRefusals
{
    OutgoingActivity Say(Refusal refusal, Activity activity);
}
