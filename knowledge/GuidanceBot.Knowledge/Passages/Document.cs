namespace GuidanceBot.Knowledge.Passages;

/// <summary>What is known about a document as a whole; its words are in its passages.</summary>
public sealed record Document
{
    /// <summary>Days after <see cref="ReviewBy"/> in which the document still answers, with a warning.</summary>
    public const int GraceDays = 90;

    /// <summary>The name of its file without the ending; unique in the library.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required DocumentKind Kind { get; init; }

    public required Area Area { get; init; }

    public required IReadOnlyList<Audience> Audience { get; init; }

    /// <summary>Who answers for it and reviews it.</summary>
    public required string Owner { get; init; }

    /// <summary>The first day on which this wording holds.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>The last day before it is due for review.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>Who signed it off; empty while it is a draft.</summary>
    public required string ApprovedBy { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Its sources by code.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>The file it was read from, relative to the corpus or library, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>It was ingested as it stands rather than written for the corpus: its sentences carry no codes of their own.</summary>
    public bool Ingested { get; init; }

    public bool IsDraft => ApprovedBy.Length == 0;

    /// <summary>Whether this wording held on a day: "what did it say in March?"</summary>
    public bool InForceOn(DateOnly day) => Effective <= day;

    /// <summary>What the review date means on a day: take the day in England from the clock you were given.</summary>
    public ReviewStatus ReviewStatusOn(DateOnly day) =>
        day <= ReviewBy ? ReviewStatus.Current
        : day <= ReviewBy.AddDays(GraceDays) ? ReviewStatus.PastReview
        : ReviewStatus.PastGrace;
}
