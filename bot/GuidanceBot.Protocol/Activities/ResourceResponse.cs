namespace GuidanceBot.Protocol.Activities;

/// <summary>What a channel answers to something that was sent.</summary>
/// <param name="Id">The id the channel gave it; empty when the channel did not say (a message it split, a buffered reply).</param>
public sealed record ResourceResponse(string Id)
{
    /// <summary>Sent, and no id is known.</summary>
    public static ResourceResponse WithoutId { get; } = new("");
}
