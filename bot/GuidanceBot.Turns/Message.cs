namespace GuidanceBot.Turns;

/// <summary>One message, cleaned of what cannot be seen, and the time it came.</summary>
/// <param name="Text">What the person wrote; control and bidirectional characters removed. Never stored, never logged.</param>
/// <param name="At">When it came; decides which contact is open now.</param>
/// <param name="Conversation">What is remembered of the messages before it. A step may change it.</param>
public sealed record Message(string Text, DateTimeOffset At, Conversation Conversation);
