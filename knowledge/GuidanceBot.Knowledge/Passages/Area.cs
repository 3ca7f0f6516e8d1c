namespace GuidanceBot.Knowledge.Passages;

/// <summary>Where a rule holds.</summary>
/// <remarks>A rule of <see cref="Other"/> belongs to another partnership: shown only with that warning, never as the local rule.</remarks>
public enum Area
{
    Derby,
    Derbyshire,

    /// <summary>Derby city and Derbyshire county alike.</summary>
    Both,
    National,

    /// <summary>Another partnership's.</summary>
    Other,
}
