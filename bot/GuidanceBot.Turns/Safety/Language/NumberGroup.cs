namespace GuidanceBot.Turns.Safety.Language;

/// <summary>A group that the code knows, because it is about the size of a number: an age or a temperature.</summary>
internal sealed class NumberGroup(string name, Func<NumberMeaning, bool> belongs) : WordGroup(name)
{
    // Limits: fever in a baby under 3 months is 38 °C or more, and under 36 °C needs a doctor as well
    // (Healthier Together, fever pages); a baby under 6 months counts as not moving on its own (Staffordshire, May 2023).
    public static IReadOnlyList<WordGroup> All { get; } =
    [
        new NumberGroup("age-under-3-months", n => n is { Kind: NumberKind.Age, Value: < 91 }),
        new NumberGroup("age-3-months-or-more", n => n is { Kind: NumberKind.Age, Value: >= 91 }),
        new NumberGroup("age-under-6-months", n => n is { Kind: NumberKind.Age, Value: < 183 }),
        new NumberGroup("age-under-1-year", n => n is { Kind: NumberKind.Age, Value: < 365 }),
        new NumberGroup("age-1-year-or-more", n => n is { Kind: NumberKind.Age, Value: >= 365 }),
        new NumberGroup("age-3-years-or-more", n => n is { Kind: NumberKind.Age, Value: >= 1095 }),
        new NumberGroup("temperature-38-or-more", n => n is { Kind: NumberKind.Temperature, Value: >= 38 }),
        new NumberGroup("temperature-under-36", n => n is { Kind: NumberKind.Temperature, Value: < 36 }),
    ];

    /// <summary>Any word may begin a number: it is tried everywhere.</summary>
    public override IEnumerable<int> FirstWords => [PatternIndex.AnyWord];

    public override void EndsFrom(MessageWords words, int at, ICollection<int> ends)
    {
        if (words.NumberAt(at) is { } number && belongs(number))
        {
            ends.Add(number.End);
        }
    }
}
