namespace GuidanceBot.Turns.Answers;

/// <summary>Asks an encoder over a network which way a question points, before it is searched for. Optional.</summary>
public interface IQuestionMeaning
{
    /// <param name="question">What is searched for. Whoever sends it on looks first for what may identify a family.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>A vector of length 1; null to search by words. Never throws for trouble with the encoder.</returns>
    ValueTask<float[]?> EncodeAsync(string question, CancellationToken cancellationToken);
}
