namespace GuidanceBot.Turns.Answers;

/// <summary>Makes a whole question of one that leans on the answer before ("and for twins?"). Optional.</summary>
public interface IQuestionRewriting
{
    /// <param name="question">What was asked.</param>
    /// <param name="headings">The headings of the passages that the last answer quoted, best first; at least one.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>A question that stands alone, made of words of the two; null to search with what was asked. Never throws for trouble with a model.</returns>
    ValueTask<string?> RewriteAsync(string question, IReadOnlyList<string> headings, CancellationToken cancellationToken);
}
