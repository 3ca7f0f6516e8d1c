namespace GuidanceBot.Knowledge.Searching.Questions;

/// <summary>A question as it is searched.</summary>
internal sealed class AskedQuestion
{
    /// <summary>In the order in which they were first written.</summary>
    public required IReadOnlyList<AskedGroup> Groups { get; init; }

    /// <summary>All different terms of all groups.</summary>
    public required IReadOnlyList<AskedTerm> Terms { get; init; }

    /// <summary>Which groups are neighbours in the question, each pair once, in their order.</summary>
    public required IReadOnlyList<(int First, int Second)> Pairs { get; init; }

    public required IReadOnlyList<WordRepair> Repairs { get; init; }

    public required IReadOnlyList<WordExpansion> Expansions { get; init; }

    /// <summary>The sum of the three most telling groups' idf: what a perfect passage could earn, without the BM25 factor.</summary>
    public double MostTelling =>
        Groups.Select(g => g.Idf * g.Weight).OrderDescending().Take(3).Sum();
}

/// <param name="Term">Its number in the vocabulary.</param>
/// <param name="Idf">How telling it is.</param>
/// <param name="Weight">The most that any group gives it.</param>
internal readonly record struct AskedTerm(int Term, double Idf, double Weight);
