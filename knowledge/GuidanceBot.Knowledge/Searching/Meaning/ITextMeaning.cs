namespace GuidanceBot.Knowledge.Searching.Meaning;

/// <summary>Turns a text into a direction: texts that say the same in other words point the same way.</summary>
/// <remarks>Optional; without one the search goes by words alone. Safe to call from many turns at once.</remarks>
public interface ITextMeaning
{
    /// <summary>Names the encoder and its weights; vectors of another name are never compared with these.</summary>
    string Model { get; }

    /// <returns>A vector of length 1, always with as many numbers.</returns>
    float[] Encode(string text);
}
