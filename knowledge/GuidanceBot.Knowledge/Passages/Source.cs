namespace GuidanceBot.Knowledge.Passages;

/// <summary>Where a statement comes from.</summary>
/// <param name="Code">What the text writes in brackets, e.g. <c>S-NICE</c>; unique within a document.</param>
/// <param name="Title">What the source calls itself.</param>
/// <param name="Url">The page that was read, or null when the source is not public.</param>
/// <param name="Date">As the source dates itself, in its own words, or <c>undated</c>.</param>
/// <param name="Confidence">How far it can be trusted.</param>
public sealed record Source(string Code, string Title, Uri? Url, string Date, SourceConfidence Confidence)
{
    /// <summary>The code of a rule of our own, which has no outside source.</summary>
    public const string Ours = "ours";
}
