namespace GuidanceBot.Knowledge.Searching.Meaning;

/// <summary>The encoder that the search uses, registered by whoever has one.</summary>
/// <param name="Meaning">It.</param>
/// <param name="CachePath">The file that keeps the passages' vectors between runs; null: encoded anew at each start.</param>
public sealed record MeaningSource(ITextMeaning Meaning, string? CachePath);
