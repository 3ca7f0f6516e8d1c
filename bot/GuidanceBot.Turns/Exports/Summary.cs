namespace GuidanceBot.Turns.Exports;

/// <summary>What a guided conversation came to: built by code from the answers that its last run reached, in the words of the dialogs.</summary>
/// <remarks>It names nobody, scores nothing, and holds no word that was typed.</remarks>
internal sealed record Summary
{
    /// <summary>The folder of the pathway.</summary>
    public required string Pathway { get; init; }

    public required string Title { get; init; }

    /// <summary>The edition of the questions.</summary>
    public required string Edition { get; init; }

    /// <summary>The day in England.</summary>
    public required DateOnly Made { get; init; }

    /// <summary>False: there are answers, but no plan and no prompt for the whole.</summary>
    public required bool Finished { get; init; }

    public IReadOnlyList<CodedLine> Discussed { get; init; } = [];

    /// <summary>What was asked and answered, in order, with what was gone through as a part of it.</summary>
    public required IReadOnlyList<SummaryAnswer> Answers { get; init; }

    /// <summary>The prompt for the whole, never a score.</summary>
    public IReadOnlyList<CodedLine> Band { get; init; } = [];

    /// <summary>Red first, then amber, then what is to be found out.</summary>
    public required IReadOnlyList<SummaryRisk> Risks { get; init; }

    public IReadOnlyList<CodedLine> Plan { get; init; } = [];

    /// <summary>What belongs in the record of a procedure, in place of plan, sharing and review.</summary>
    public IReadOnlyList<CodedLine> Notes { get; init; } = [];

    public IReadOnlyList<CodedLine> Share { get; init; } = [];

    public IReadOnlyList<CodedLine> Review { get; init; } = [];

    /// <summary>The last day of the next check, or null when the answers name none.</summary>
    public DateOnly? ReviewBy { get; init; }

    public IReadOnlyList<CodedLine> Record { get; init; } = [];

    /// <summary>All codes in it, in the order in which they first stand.</summary>
    public IEnumerable<string> Codes =>
        Discussed.Concat(Band).Concat(Risks.Select(risk => risk.Line)).Concat(Plan).Concat(Notes).Concat(Share).Concat(Review).Concat(Record)
            .SelectMany(line => line.Codes).Distinct(StringComparer.Ordinal);
}

/// <param name="Id">Of the question, unique over all pathways.</param>
/// <param name="Label">What was asked about.</param>
/// <param name="Value">The answer as it is kept.</param>
/// <param name="Words">The answer as it was offered.</param>
internal sealed record SummaryAnswer(string Id, string Label, string Value, string Words);

/// <param name="Colour">red, amber or unknown.</param>
/// <param name="Line">What was found and what to do.</param>
internal sealed record SummaryRisk(string Colour, CodedLine Line);
