namespace GuidanceBot.Turns.Safety.Language;

/// <summary>One word of a message as the rules read it: lower case, plain letters, without apostrophes.</summary>
/// <param name="Text">The plain word, or a number as written (<c>38.4</c>, <c>5/52</c>).</param>
/// <param name="Start">Where it begins in the message, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Sentence">From 0; nothing is read across the end of a sentence.</param>
/// <param name="Clause">From 0; commas, brackets and words such as "but" begin a new one.</param>
/// <param name="JoinedToPrevious">Only punctuation stands between this word and the one before.</param>
/// <param name="Ids">The words of the vocabulary that this may be, misspellings included; empty when none.</param>
internal sealed record MessageWord(
    string Text, int Start, int End, int Sentence, int Clause, bool JoinedToPrevious, IReadOnlyList<int> Ids)
{
    public bool Is(int id)
    {
        for (var i = 0; i < Ids.Count; i++)
        {
            if (Ids[i] == id)
            {
                return true;
            }
        }

        return false;
    }
}
