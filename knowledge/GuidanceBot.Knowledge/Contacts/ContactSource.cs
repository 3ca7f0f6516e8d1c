namespace GuidanceBot.Knowledge.Contacts;

/// <summary>Where a contact was read.</summary>
/// <param name="Title">What the source calls itself.</param>
/// <param name="Url">The page, or null when it is not public.</param>
/// <param name="Date">As the source dates itself, or <c>undated</c>.</param>
public sealed record ContactSource(string Title, Uri? Url, string Date);
