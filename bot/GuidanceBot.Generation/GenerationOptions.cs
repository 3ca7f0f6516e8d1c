namespace GuidanceBot.Generation;

/// <summary>The optional models. Without any the product is complete.</summary>
public sealed class GenerationOptions
{
    public const string Section = "Generation";

    /// <summary>
    /// The folder of the local encoder's weights, written by <c>guidancebot model fetch</c>: absolute, or relative to the working folder.
    /// Not there, or empty: the search goes by words alone.
    /// </summary>
    public string EncoderPath { get; set; } = "model";

    /// <summary>The folder as an absolute path; null when it is switched off.</summary>
    public string? EncoderFolder => EncoderPath.Length == 0 ? null : Path.GetFullPath(EncoderPath);
}
