using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Turns;

/// <summary>What the bot knows of the person it talks to: what kind of work they do and where. Never who they are.</summary>
/// <param name="Role">Practitioner, champion or ambulance crew: narrows and reorders what is found, and shapes the answer.</param>
/// <param name="Area">The council area the person works in, or null when they have not said.</param>
/// <param name="Work">What they call their work, one of the phrases of <c>bot/wording/people.lg</c>; null when they have not said.</param>
public sealed record Person(Audience Role = Audience.Practitioner, Area? Area = null, string? Work = null);
