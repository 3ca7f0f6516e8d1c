using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Turns.Answers;

/// <summary>The last look before a quote is sent: it must stand in the stored passage, character for character.</summary>
internal static class QuoteCheck
{
    /// <exception cref="QuoteMismatchException">A quote is not what the passage says.</exception>
    public static void Confirm(Passage passage, IEnumerable<string> quotes)
    {
        foreach (var quote in quotes)
        {
            if (quote.Length == 0 || !passage.Holds(quote))
            {
                throw new QuoteMismatchException(passage.Id);
            }
        }
    }
}

/// <summary>A quote is not what its passage says: a fault of the program, never of the person. Nothing is sent.</summary>
public sealed class QuoteMismatchException(PassageId passage)
    : Exception($"A quote from {passage} does not stand in it. Nothing was sent.");
