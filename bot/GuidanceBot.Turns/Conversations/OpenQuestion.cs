namespace GuidanceBot.Turns.Conversations;

/// <summary>The question of a guided conversation that waits for an answer: the bot's own words, so that it can be asked again.</summary>
/// <param name="Pathway">The pathway's name.</param>
/// <param name="Step">The question's id.</param>
/// <param name="Text">The question.</param>
/// <param name="Choices">The answers it offers.</param>
public sealed record OpenQuestion(string Pathway, string? Step, string Text, IReadOnlyList<string> Choices);
