namespace GuidanceBot.Generation.Models;

/// <summary>What may be spent in a day, midnight to midnight in England. Each running program counts for itself, from its start.</summary>
public sealed class BudgetOptions
{
    /// <summary>Tokens in and out of all models together.</summary>
    /// <value>0 to 1,000,000,000; 0: none, so nothing is asked.</value>
    public long TokensPerDay { get; set; } = 500_000;

    /// <summary>Money, in the unit of the prices below. Null: not counted.</summary>
    public double? CostPerDay { get; set; }

    /// <summary>What a million tokens cost that are sent to the chat model.</summary>
    public double InputPricePerMillion { get; set; }

    /// <summary>What a million tokens cost that the chat model writes.</summary>
    public double OutputPricePerMillion { get; set; }

    /// <summary>What a million tokens cost that are sent to the encoder.</summary>
    public double EmbeddingPricePerMillion { get; set; }

    internal IEnumerable<string> Faults(string section)
    {
        if (TokensPerDay is < 0 or > 1_000_000_000)
        {
            yield return $"{section}:TokensPerDay is {TokensPerDay}. Set it to 0 to 1,000,000,000.";
        }

        if (CostPerDay is < 0 || InputPricePerMillion < 0 || OutputPricePerMillion < 0 || EmbeddingPricePerMillion < 0)
        {
            yield return $"{section}: CostPerDay and the prices are 0 or more.";
        }

        if (CostPerDay is not null && InputPricePerMillion == 0 && OutputPricePerMillion == 0 && EmbeddingPricePerMillion == 0)
        {
            yield return $"{section}:CostPerDay is set and no price is, so it could never be reached. Set InputPricePerMillion and OutputPricePerMillion.";
        }
    }
}
