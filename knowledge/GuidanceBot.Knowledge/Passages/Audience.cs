namespace GuidanceBot.Knowledge.Passages;

/// <summary>For whom a passage is written.</summary>
public enum Audience
{
    Practitioner,

    /// <summary>A Keeping Babies Safe champion, who advises colleagues.</summary>
    Champion,

    /// <summary>Ambulance crews, on scene and short of time.</summary>
    Ambulance,
}
