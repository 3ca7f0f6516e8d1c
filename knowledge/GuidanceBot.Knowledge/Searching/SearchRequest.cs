using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Searching;

/// <summary>What is asked, and by whom.</summary>
/// <param name="Question">The practitioner's words, at most 10,000 UTF-16 code units; beyond that the rest is not read.</param>
public sealed record SearchRequest(string Question)
{
    /// <summary>Where the family lives, when known: Derby or Derbyshire. Passages of the other one drop behind.</summary>
    public Area? Area { get; init; }

    /// <summary>Who asks, when known: passages written for others drop a little.</summary>
    public Audience? Audience { get; init; }

    /// <summary>The most passages to return, 1 to 100.</summary>
    public int Limit { get; init; } = 5;

    /// <summary>Only documents in force on this day; null: today in England.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The question as the encoder of <see cref="Meaning.LateMeanings"/> gives it, of length 1; null: not encoded, so it is found by words.</summary>
    public float[]? Direction { get; init; }

    /// <summary>
    /// What the question is about when it does not say so itself ("and in the county?"): earlier words of the conversation,
    /// searched at a fraction of the weight. Empty when it stands alone.
    /// </summary>
    public string Context { get; init; } = "";
}
