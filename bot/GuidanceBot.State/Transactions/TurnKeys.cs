namespace GuidanceBot.State.Transactions;

/// <summary>The keys of the rows that a turn is about.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Person">The person of a personal chat; null elsewhere and when the channel did not say.</param>
/// <param name="Activity">The activity; null when it has no id and cannot be recognised when it comes again.</param>
internal readonly record struct TurnKeys(Guid Conversation, Guid? Person, Guid? Activity);
