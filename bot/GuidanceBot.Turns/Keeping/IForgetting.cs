namespace GuidanceBot.Turns.Keeping;

/// <summary>Deletes at once all that is kept of a person, in every table.</summary>
public interface IForgetting
{
    /// <summary>In a turn, it is done when the turn is kept; then also the conversation of the turn is forgotten.</summary>
    ValueTask ForgetAsync(PersonKey person, CancellationToken cancellationToken);
}
