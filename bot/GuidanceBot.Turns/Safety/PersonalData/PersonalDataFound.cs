namespace GuidanceBot.Turns.Safety.PersonalData;

/// <summary>A place in a message that may identify somebody. Holds the place, never the words.</summary>
public sealed record PersonalDataFound(PersonalDataKind Kind, TextSpan Span);
