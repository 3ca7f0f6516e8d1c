namespace GuidanceBot.Generation.Models;

/// <summary>Why nothing of a model was used. The set is closed, so that each is counted and tested.</summary>
public enum ModelTrouble
{
    /// <summary>Switched off by a person.</summary>
    SwitchedOff,

    /// <summary>The day's tokens or money are spent.</summary>
    Budget,

    /// <summary>It did not answer in time.</summary>
    TooSlow,

    /// <summary>It failed too often of late and is not asked for a while.</summary>
    Resting,

    /// <summary>It refused, failed or could not be reached.</summary>
    Failed,

    /// <summary>What it wrote is not what was asked for.</summary>
    Unreadable,

    /// <summary>It would not answer.</summary>
    Refused,

    /// <summary>The question may identify a family, so it was not sent.</summary>
    PersonalData,

    /// <summary>Too much of what it wrote does not agree with the guidance.</summary>
    NotGrounded,
}

/// <summary>Nothing of a model can be used; the quoted answer takes its place.</summary>
public sealed class ModelUnavailableException(ModelTrouble trouble, Exception? cause = null)
    : Exception($"The model was not used: {trouble}.", cause)
{
    public ModelTrouble Trouble => trouble;
}
