using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Turns.Answers;

/// <summary>Says in plainer words what an answer quotes. Optional: where there is none, and whenever it gives nothing, the quotes are sent.</summary>
/// <remarks>
/// It is asked only for answers that quote guidance; never for an emergency, contacts, a guided conversation, what is not held or what is
/// declined. It sees the question and the quoted passages; who asks, where, and what was answered before are not given to it.
/// </remarks>
public interface IAnswerWording
{
    /// <param name="question">What was asked. Whoever sends it on looks first for what may identify a family.</param>
    /// <param name="quoted">What the answer quotes, in its order.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    /// <returns>
    /// For each of <paramref name="quoted"/>, in the same order, what to say in its place; null when all of it is to be quoted.
    /// Never throws for trouble with a model.
    /// </returns>
    ValueTask<IReadOnlyList<WordedPassage>?> WordAsync(string question, IReadOnlyList<QuotedPassage> quoted, CancellationToken cancellationToken);
}

/// <summary>A passage as an answer quotes it.</summary>
/// <param name="Passage">It.</param>
/// <param name="Units">What is quoted, in order: each a sentence with all that belongs to it.</param>
/// <param name="Shown">The paragraphs as they stand in the reply, with the marks of the sources.</param>
/// <param name="Marks">The marks of the sources, for example <c>[1][2]</c>; empty when there are none.</param>
public sealed record QuotedPassage(Passage Passage, IReadOnlyList<QuotedUnit> Units, string Shown, string Marks);

/// <summary>A sentence, with those that limit it and, when it introduces a list, the list: what never stands without one another.</summary>
/// <param name="Text">Exactly as it stands in the passage.</param>
/// <param name="Binds">It says must or do not, or sets a limit: it is never left out.</param>
/// <param name="Answers">It holds the sentence that answers: it is never left out.</param>
public sealed record QuotedUnit(string Text, bool Binds, bool Answers);

/// <summary>What is said in the place of a quoted passage.</summary>
/// <param name="Sentences">In order, at least one.</param>
public sealed record WordedPassage(IReadOnlyList<WordedSentence> Sentences);

/// <summary>One thing that is said.</summary>
/// <param name="Text">The words: a model's, checked; or the unit's own.</param>
/// <param name="Unit">What it rests on.</param>
/// <param name="IsQuote">The words are the unit's own.</param>
public sealed record WordedSentence(string Text, QuotedUnit Unit, bool IsQuote);
